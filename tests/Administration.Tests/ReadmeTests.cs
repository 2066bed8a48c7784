using Actors.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests;

/// <summary>Compares the tables of the module's README with the code.</summary>
public sealed class ReadmeTests
{
    private const int MostLines = 60;

    private static readonly string s_readme = File.ReadAllText(RepoRoot.Combine("src/Administration/README.md"));

    [Fact]
    public void Every_grain_and_every_table_is_named()
    {
        var grains = typeof(AdministrationModule).Assembly.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain))).Select(t => $"| `{t.Name}` |");
        var tables = Directory.GetFiles(RepoRoot.Combine("src/Administration/Schema"), "*.sql").SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("CREATE TABLE ", StringComparison.Ordinal)).Select(line => $"`{line.Split(' ')[2]}`");

        grains.Concat(tables).Where(name => !s_readme.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
        s_readme.Count(c => c == '\n').ShouldBeLessThanOrEqualTo(MostLines);
    }

    [Fact]
    public async Task The_route_table_matches_the_program()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create);
        var routes = silo.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetOrderedMetadata<Web.Identity.AccessRequirement>().Any(r => r.Permission is not null))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText!.TrimEnd('/')}"));

        var rows = s_readme.Split("## Grains")[0].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        rows.Order().ShouldBe(routes.Order());
    }
}
