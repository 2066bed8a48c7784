using System.Globalization;
using Actors.Web.RateLimiting;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.RateLimiting;

/// <summary>S13: attempts to bypass limits with spellings, addresses and parallel requests.</summary>
public sealed class WalkingAround
{
    private const int Limit = 5;

    // The first is the normal spelling; some parsers treat the others as the same resource.
    private static readonly string[] s_spellings =
    [
        "/door/open", "/door/open/", "/DOOR/OPEN", "/Door/Open/", "//door/open", "/door//open", "/door/open//", "/./door/open", "/door/./open",
        "/%2e/door/open", "/door/%2E/open", "/x/%2e%2e/door/open", "/door/x/../open", "/d%6For/open", "/%44oor/open", "/door%2fopen", "/door/%6fpe%6e",
        "/door/open?a=1", "/door/open?", "/door/open;v=1", "/door/open%20", "/door/open%00", "/door/open.", "/door\\open", "http://elsewhere/door/open",
    ];

    private static readonly RateLimitPolicy s_five = new("five", Limit, TimeSpan.FromHours(1), RateLimitPartition.Network);
    private static readonly RateLimitPolicy s_fiveACaller = new("five-a-caller", Limit, TimeSpan.FromHours(1), RateLimitPartition.Caller);
    private static readonly RateLimitPolicy s_tenANetwork = new("ten-a-network", 2 * Limit, TimeSpan.FromHours(1), RateLimitPartition.Network);
    private static readonly RateLimitPolicy s_fiveAPath = new("five-a-path", Limit, TimeSpan.FromHours(1), RateLimitPartition.Key);

    private int _effects;

    [Fact]
    public async Task No_spelling_of_a_path_bypasses_the_limit()
    {
        await using var server = await StartAsync();

        var answers = await AskAllAsync(server, s_spellings, turns: 3);

        _effects.ShouldBe(Limit);
        answers.Distinct().Except([200, 429, 404, 400]).ShouldBeEmpty();
        answers.Count(status => status == 200).ShouldBe(Limit);
    }

    [Fact]
    public async Task Control_a_limiter_by_path_is_bypassed()
    {
        await using var server = await StartAsync();

        await AskAllAsync(server, [.. s_spellings.Select(path => path.Replace("door", "shed", StringComparison.OrdinalIgnoreCase))], turns: 3);

        _effects.ShouldBeGreaterThan(Limit);
    }

    [Fact]
    public async Task An_IPv6_network_and_a_mapped_IPv4_address_are_one_client()
    {
        await using var server = await StartAsync("127.0.0.1");
        for (var host = 0; host < 50; host++)
            await OpenAsync(server, $"2001:db8:7:1::{host + 1:x}");
        _effects.ShouldBe(Limit);
        (await OpenAsync(server, "[2001:db8:7:1:ffff:ffff:ffff:ffff]:4711")).ShouldBe(429);
        (await OpenAsync(server, "2001:db8:7:2::1")).ShouldBe(200);

        for (var turn = 0; turn < Limit; turn++) (await OpenAsync(server, "203.0.113.7")).ShouldBe(200);
        (await OpenAsync(server, "::ffff:203.0.113.7")).ShouldBe(429);
        (await OpenAsync(server, "203.0.113.7:9999")).ShouldBe(429);
        (await OpenAsync(server, "203.0.113.8")).ShouldBe(200);
    }

    [Fact]
    public async Task Forged_X_Forwarded_For_entries_are_ignored()
    {
        await using var server = await StartAsync("127.0.0.1, 10.0.0.0/8");
        for (var turn = 0; turn < 20; turn++)
            await OpenAsync(server, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{turn}, 203.0.113.7, 10.1.2.3"));

        _effects.ShouldBe(Limit);
    }

    [Fact]
    public async Task Without_trusted_proxies_X_Forwarded_For_is_ignored()
    {
        await using var server = await StartAsync();
        for (var turn = 0; turn < 20; turn++)
            await OpenAsync(server, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{turn}"));

        _effects.ShouldBe(Limit);
    }

    [Fact]
    public async Task Control_trusting_every_proxy_is_bypassed()
    {
        await using var server = await StartAsync("0.0.0.0/0");
        for (var turn = 0; turn < 20; turn++)
            await OpenAsync(server, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{turn}"));

        _effects.ShouldBe(20);
    }

    [Fact]
    public async Task A_parallel_burst_gets_at_most_the_limit()
    {
        await using var server = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => OpenAsync(server, "203.0.113.7")));

        _effects.ShouldBe(Limit);
        answers.Count(status => status == 200).ShouldBe(Limit);
        answers.Count(status => status == 429).ShouldBe(200 - Limit);
    }

    [Fact]
    public async Task An_account_is_one_client_from_every_network()
    {
        await using var server = await StartAsync("127.0.0.1");
        var (anna, boris) = (Guid.NewGuid(), Guid.NewGuid());
        for (var turn = 0; turn < 20; turn++)
            await OpenAsync(server, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{turn}"), "/house/open", anna);
        _effects.ShouldBe(Limit);
        (await OpenAsync(server, "198.51.100.1", "/house/open", boris)).ShouldBe(200);

        _effects = 0;
        for (var turn = 0; turn < 30; turn++)
            await OpenAsync(server, "203.0.113.7", "/house/open", Guid.NewGuid());
        _effects.ShouldBe(2 * Limit);
    }

    [Fact]
    public async Task A_policy_by_caller_counts_anonymous_networks()
    {
        await using var server = await StartAsync("127.0.0.1");
        for (var turn = 0; turn < 20; turn++)
            await OpenAsync(server, "203.0.113.7", "/house/open");

        _effects.ShouldBe(Limit);
        (await OpenAsync(server, "203.0.113.7", "/house/open", Guid.NewGuid())).ShouldBe(200);
    }

    private static async Task<int> OpenAsync(ApiServer server, string forwarded, string path = "/door/open", Guid? account = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", forwarded } } };
        if (account is { } id) request.Headers.Add(GrainServer.Account, id.ToString());
        using var answer = await server.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<List<int>> AskAllAsync(ApiServer server, string[] paths, int turns)
    {
        var answers = new List<int>();
        foreach (var path in Enumerable.Repeat(paths, turns).SelectMany(p => p))
        {
            var answer = await RawHttp.SendAsync(server.EndPoint, $"GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n\n");
            answers.Add(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture));
        }

        return answers;
    }

    private Task<ApiServer> StartAsync(string? proxies = null) => GrainServer.StartAsync(
        app =>
        {
            app.MapGroup("/door").LimitedBy(s_five).MapGet("/open", () => Interlocked.Increment(ref _effects));
            app.MapGet("/house/open", () => Interlocked.Increment(ref _effects)).LimitedBy(s_fiveACaller, s_tenANetwork);
            app.MapGet("/shed/open", async (HttpContext http, IRateLimiter limiter) =>
                await limiter.RefusalAsync(http, s_fiveAPath, http.Request.Path) ?? Results.Ok(Interlocked.Increment(ref _effects)));
        },
        proxies: proxies);
}
