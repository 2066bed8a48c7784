using Actors.TestKit;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>S4: every operation of the OpenAPI document, asked as everybody.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private SiloHost _silo = null!;
    private AccessMatrix _matrix = null!;
    private People _people = null!;
    private IReadOnlyCollection<ApiOperation> _operations = [];

    public async Task InitializeAsync()
    {
        _silo = await People.StartSiloAsync();
        _people = await People.RegisterAsync(_silo);
        _operations = await ApiOperation.ReadAllAsync(_silo.Client);
        _matrix = new AccessMatrix(_silo, _operations, _people);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_401_of_exactly_the_operations_that_need_a_caller()
    {
        _operations.Count(o => o.NeedsCaller).ShouldBeGreaterThanOrEqualTo(5);
        (await _matrix.OfNobodyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_role_may_do_what_is_declared_and_nothing_else() => (await _matrix.OfRolesAsync()).ShouldBeEmpty();

    [Fact]
    public async Task What_is_somebodys_is_nobody_elses() =>
        (await _matrix.OfOthersThingsAsync(OwnedThings.Of(_silo, _people.First))).ShouldBeEmpty();

    [Fact]
    public async Task Nobody_assigns_what_the_program_decides() => (await new MassAssignment(_silo, _operations, _people).FindAsync()).ShouldBeEmpty();

    [Fact]
    public void The_document_says_of_every_route_what_the_route_declares()
    {
        var declared = _silo.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<AccessRequirement>() is not null && route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            // Orleans' own, which is no part of the API; tests/Cluster.Tests/Dashboard asks it.
            .Where(route => !PathOf(route).StartsWith("/dashboard", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {PathOf(route)}"));

        _operations.Where(o => o.NeedsCaller).Select(o => o.ToString()).Order().ShouldBe(declared.Distinct().Order());
    }

    // As documents write paths: without a slash at the end, and parameters without their constraints.
    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart named
            ? $"{{{named.Name}}}" : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)p).Content))));
}
