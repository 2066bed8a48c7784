using Actors.TestKit;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Access;

/// <summary>S4: every operation of the OpenAPI document, with every kind of caller.</summary>
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
    public async Task Without_a_token_exactly_the_protected_operations_are_401()
    {
        _operations.Count(o => o.NeedsCaller).ShouldBeGreaterThanOrEqualTo(5);
        (await _matrix.OfNobodyAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_role_may_do_exactly_what_is_declared() => (await _matrix.OfRolesAsync()).ShouldBeEmpty();

    [Fact]
    public async Task Only_the_owner_reaches_a_resource() =>
        (await _matrix.OfOthersThingsAsync(OwnedThings.Of(_silo, _people.First))).ShouldBeEmpty();

    [Fact]
    public async Task No_body_assigns_protected_members() => (await new MassAssignment(_silo, _operations, _people).FindAsync()).ShouldBeEmpty();

    [Fact]
    public void The_document_shows_the_declared_access_of_every_route()
    {
        var declared = _silo.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<AccessRequirement>() is not null && route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            // The dashboard is not part of the API; tests/Cluster.Tests/Dashboard tests it.
            .Where(route => !PathOf(route).StartsWith("/dashboard", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {PathOf(route)}"));

        _operations.Where(o => o.NeedsCaller).Select(o => o.ToString()).Order().ShouldBe(declared.Distinct().Order());
    }

    // Paths in the form of the document: without a trailing slash and without parameter constraints.
    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart named
            ? $"{{{named.Name}}}" : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)p).Content))));
}
