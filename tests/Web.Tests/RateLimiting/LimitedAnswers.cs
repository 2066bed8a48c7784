using System.Net;
using Actors.TestKit;
using Actors.Web.Errors;
using Actors.Web.RateLimiting;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.RateLimiting;

/// <summary>Responses of limited routes.</summary>
public sealed class LimitedAnswers : IAsyncLifetime
{
    private static readonly RateLimitPolicy s_three = new("three", 3, TimeSpan.FromMinutes(1), RateLimitPartition.Network);
    private static readonly RateLimitPolicy s_two = new("two", 2, TimeSpan.FromMinutes(5), RateLimitPartition.Network);
    private static readonly RateLimitPolicy s_oneAName = new("one-a-name", 1, TimeSpan.FromMinutes(1), RateLimitPartition.Key);

    private readonly ManualTimeProvider _clock = new();
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await GrainServer.StartAsync(Map, _clock);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Responses_have_RateLimit_headers_and_refusals_Retry_After()
    {
        using var first = await GetAsync("/fast");
        (Said(first, "RateLimit-Policy"), Said(first, "RateLimit")).ShouldBe(("\"three\";q=3;w=60", "\"three\";r=2;t=60"));
        _clock.Advance(TimeSpan.FromSeconds(20));
        (await GetAsync("/fast")).Dispose();
        using var third = await GetAsync("/fast");
        (third.StatusCode, Said(third, "RateLimit")).ShouldBe((HttpStatusCode.OK, "\"three\";r=0;t=40"));

        using var refused = await GetAsync("/fast");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (Said(refused, "Retry-After"), Said(refused, "RateLimit"), Said(refused, "RateLimit-Policy"))
            .ShouldBe(("40", "\"three\";r=0;t=40", "\"three\";q=3;w=60"));

        _clock.Advance(TimeSpan.FromSeconds(40));
        (await StatusAsync("/fast")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/fast", """{"detail":"Too Many Requests"}""")]
    [InlineData("/drf", """{"detail":"Too Many Requests"}""")]
    [InlineData("/titles", """{"success":false,"error":{"code":"RATE_LIMIT_EXCEEDED","message":"Too Many Requests","details":{}},"timestamp":"2026-03-02T09:00:00Z","request_id":"r-1"}""")]
    [InlineData("/love", """{"error":{"message":"Too Many Requests","code":"RATE_LIMIT_EXCEEDED","statusCode":429,"details":{},"requestId":"r-1"}}""")]
    public async Task A_refusal_has_the_format_of_its_dialect(string family, string body)
    {
        for (var turn = 0; turn < 3; turn++) (await StatusAsync(family)).ShouldBe(HttpStatusCode.OK);

        using var refused = await GetAsync(family);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task Every_policy_of_a_route_applies()
    {
        (await StatusAsync("/both")).ShouldBe(HttpStatusCode.OK);
        using var second = await GetAsync("/both");
        Said(second, "RateLimit").ShouldBe("\"three\";r=1;t=60, \"two\";r=0;t=300");
        (await StatusAsync("/both")).ShouldBe(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await StatusAsync("/both")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_handler_may_limit_by_a_key()
    {
        (await StatusAsync("/named/anna")).ShouldBe(HttpStatusCode.OK);
        using var refused = await GetAsync("/named/anna");
        (refused.StatusCode, Said(refused, "RateLimit"), Said(refused, "Retry-After"))
            .ShouldBe((HttpStatusCode.TooManyRequests, "\"one-a-name\";r=0;t=60", "60"));
        (await StatusAsync("/named/boris")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Failed_requests_count_too()
    {
        using var failed = await GetAsync("/broken");
        (failed.StatusCode, Said(failed, "RateLimit")).ShouldBe((HttpStatusCode.InternalServerError, "\"three\";r=2;t=60"));
    }

    [Fact]
    public async Task Routes_without_a_policy_are_not_counted()
    {
        for (var turn = 0; turn < 20; turn++) (await StatusAsync("/free")).ShouldBe(HttpStatusCode.OK);
        using var answer = await GetAsync("/free");
        answer.Headers.Contains("RateLimit").ShouldBeFalse();
    }

    private static void Map(WebApplication app)
    {
        foreach (var (path, dialect) in new[]
            { ("/fast", ErrorDialect.FastApi), ("/drf", ErrorDialect.Drf), ("/titles", ErrorDialect.Titles), ("/love", ErrorDialect.LoveParser) })
        {
            app.MapGet(path, () => "ok").WithErrors(dialect).LimitedBy(s_three);
        }

        app.MapGroup("/both").LimitedBy(s_three).MapGet("/", () => "ok").LimitedBy(s_two);
        app.MapGet("/broken", string () => throw new InvalidOperationException()).LimitedBy(s_three);
        app.MapGet("/free", () => "ok");
        app.MapGet("/named/{name}", async (string name, HttpContext http, IRateLimiter limiter) =>
            await limiter.RefusalAsync(http, s_oneAName, name) ?? Results.Ok());
    }

    private static string Said(HttpResponseMessage answer, string header) => string.Join(" | ", answer.Headers.GetValues(header));

    private Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Request-ID", "r-1" } } };
        return _server.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }
}
