using System.Net;
using Actors.TestKit;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>Deny by default: every route declares its access, and an undeclared one refuses all callers.</summary>
public sealed class DeclaredAccessTests
{
    private const string Planted = "/planted";

    [Fact]
    public async Task Every_route_declares_its_access()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create);

        var routes = RoutesOf(silo.App);
        routes.Length.ShouldBeGreaterThan(10);
        Undeclared(routes).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undeclared_route_is_found_and_refuses_all()
    {
        await using var silo = await SiloHost.StartAsync((arguments, also) =>
        {
            var app = SiloApp.Create(arguments, also);
            app.MapGet(Planted, () => "planted");
            return app;
        });

        Undeclared(RoutesOf(silo.App)).ShouldHaveSingleItem().ShouldContain(Planted);
        using var answer = await silo.Client.GetAsync(new Uri(Planted, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/catalog/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/me/nothing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/catalog/events", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/health", HttpStatusCode.MethodNotAllowed)]
    public async Task A_missing_path_is_404_without_a_token(string method, string path, HttpStatusCode status)
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await silo.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(status == HttpStatusCode.NotFound ? """{"detail":"Not Found"}""" : """{"detail":"Method Not Allowed"}""");
    }

    private static RouteEndpoint[] RoutesOf(WebApplication app) =>
        [.. app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    private static string[] Undeclared(IEnumerable<RouteEndpoint> routes) =>
    [
        .. routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && route.Metadata.GetMetadata<AccessRequirement>() is null)
            .Select(route => route.DisplayName ?? route.RoutePattern.RawText ?? "?"),
    ];
}
