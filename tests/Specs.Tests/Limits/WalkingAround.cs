using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.TestKit;
using Actors.Web.Identity;
using Actors.Web.OpenApi;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Limits;

/// <summary>S13 against the running program: every limited route is requested in all spellings, from many addresses of a network, concurrently.</summary>
public sealed class WalkingAround : IAsyncLifetime
{
    private const int Beyond = 40;
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private SiloHost _silo = null!;

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(
        SiloApp.Create,
        new SiloSettings(("RATE_LIMIT", "on"), ("TRUSTED_PROXIES", "127.0.0.1")),
        builder => builder.Services.AddSingleton<IAccess>(new Everybody()));

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task No_limited_route_exceeds_its_policy()
    {
        var network = 0;
        LimitedRoutes().ShouldNotBeEmpty();
        foreach (var (route, policy) in LimitedRoutes())
        {
            var from = $"2001:db8:{++network:x}:1";
            var asks = Enumerable.Range(0, policy.Permits + Beyond).Select(turn => AskAsync(route, Spelling(PathOf(route), turn), $"{from}:{turn:x}::1"));
            var answers = await Task.WhenAll(asks);

            answers.Count(IsThrough).ShouldBeLessThanOrEqualTo(policy.Permits, $"{route.DisplayName} by {policy.Name}");
            answers.ShouldContain(asked => asked.Status == HttpStatusCode.TooManyRequests, $"{route.DisplayName} by {policy.Name}");
            answers.Where(asked => !asked.WasCounted).ShouldAllBe(asked => asked.Status == HttpStatusCode.NotFound, route.DisplayName);
            if (policy.Partition == RateLimitPartition.Network)
                (await AskAsync(route, PathOf(route), $"2001:db8:{network:x}:2::1")).Status.ShouldNotBe(HttpStatusCode.TooManyRequests, route.DisplayName);
        }
    }

    [Fact]
    public void Sign_in_and_registration_are_limited() =>
        new[] { "refresh", "register", "sign-in" }.Except(LimitedRoutes().Select(limited => limited.Policy.Name)).ShouldBeEmpty();

    [Fact]
    public void Routes_that_store_answers_are_limited() => _silo.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Where(route => route.Metadata.GetMetadata<AccessRequirement>() is not null && route.Metadata.GetMetadata<RateLimitMetadata>() is null)
        .Where(route => route.Metadata.OfType<HeaderParameterNote>().Any(note => note.Name == "Idempotency-Key"))
        .Select(route => route.DisplayName).ShouldBeEmpty();

    [Fact]
    public async Task The_API_document_names_limited_routes()
    {
        var paths = JsonNode.Parse(await _silo.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();
        var limited = LimitedRoutes().Select(l => '/' + l.Route.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.Ordinal);

        paths.Where(path => limited.Contains(path.Key) && path.Value!.AsObject().All(o => o.Value!["responses"]!["429"] is null))
            .Select(path => path.Key).ShouldBeEmpty();
    }

    // A spelling without a route is answered without the limiter's headers.
    private static bool IsThrough(Asked asked) => asked.WasCounted && asked.Status != HttpStatusCode.TooManyRequests;

    private static string Spelling(string path, int turn) => (turn % 8) switch
    {
        0 => path,
        1 => path + "/",
        2 => path.ToUpperInvariant(),
        3 => "/." + path,
        4 => "/%2e" + path,
        5 => "/x/%2E%2e" + path,
        6 => $"/%{(int)path[1]:x2}{path[2..]}",
        _ => path + "?" + turn.ToString(CultureInfo.InvariantCulture),
    };

    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
            segment.IsSimple && segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString()));

    private List<(RouteEndpoint Route, RateLimitPolicy Policy)> LimitedRoutes() =>
    [
        .. from route in _silo.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let policies = route.Metadata.GetOrderedMetadata<RateLimitMetadata>()
           where policies.Count > 0
           select (route, policies.MinBy(limit => limit.Policy.Permits)!.Policy),
    ];

    private async Task<Asked> AskAsync(RouteEndpoint route, string path, string from)
    {
        var address = new Uri(_silo.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, s_asWritten);
        using var request = new HttpRequestMessage(HttpMethod.Parse(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), address);
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Authorization = new("Bearer", "token");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await _silo.Client.SendAsync(request);
        return new(answer.StatusCode, answer.Headers.Contains("RateLimit"));
    }

    private sealed record Asked(HttpStatusCode Status, bool WasCounted);

    /// <summary>Accepts every token as the same caller.</summary>
    private sealed class Everybody : IAccess
    {
        private static readonly Caller s_anna = new(Guid.NewGuid(), 1, Guid.NewGuid(), [.. AccountRoles.All]) { Permissions = [.. Permissions.All] };

        public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) => ValueTask.FromResult<Caller?>(s_anna);
    }
}
