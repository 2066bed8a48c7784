using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Runs;
using Actors.Outbound;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Scraping.Hosts;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private static readonly OutboundPolicy s_rude = new("test", 10_000, TimeSpan.FromSeconds(60), Retries: 0);
    private FakeUpstream _site = null!;
    private FetchHost _host = null!;

    public async Task InitializeAsync()
    {
        _site = await FakeUpstream.StartAsync();
        _host = await FetchHost.StartAsync(_site);
        _site.OnText("/page", "page").OnText("/private", "private");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Forbidden_page_is_not_fetched()
    {
        Robots("User-agent: actors\nDisallow: /private\n");
        var refused = await _host.FetchAsync(_site.Url("/private"));
        (refused.Forbidden, refused.Text).ShouldBe((true, null));
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBe("page");
        _site.Count("/private").ShouldBe(0);
        _site.Count("/robots.txt").ShouldBe(1, "asked once for the site");
    }

    [Fact]
    public async Task Control_without_robots_the_page_is_fetched()
    {
        Robots("User-agent: actors\nDisallow: /private\n");
        (await _host.FetchAsync(_site.Url("/private"), asksRobots: false)).Text.ShouldBe("private");
        _site.Count("/robots.txt").ShouldBe(0);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    public async Task Missing_robots_file_allows_everything(int status)
    {
        _site.OnStatus("/robots.txt", status);
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBe("page");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Failing_site_forbids_everything_briefly(int status)
    {
        _site.OnStatus("/robots.txt", status);
        var failed = await _host.FetchAsync(_site.Url("/page"));
        (failed.Text, failed.Forbidden, _site.Count("/page")).ShouldBe((null, false, 0));
        Robots("User-agent: *\nDisallow: /private\n");
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBeNull("it is not asked again at once");
        _host.Clock.Advance(RobotsGrain.RetryInterval);
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBe("page");
    }

    [Fact]
    public async Task Rules_are_cached_for_a_day()
    {
        Robots("User-agent: *\nDisallow: /private\n");
        (await _host.FetchAsync(_site.Url("/private"))).Forbidden.ShouldBeTrue();
        _site.OnStatus("/robots.txt", 500);
        for (var half = 0; half < RobotsGrain.CacheTime.TotalHours * 2; half++)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(30));
            (await _host.FetchAsync(_site.Url("/private"))).Forbidden.ShouldBeTrue();
        }
        _site.Count("/robots.txt").ShouldBeGreaterThan(1);
        (await _host.FetchAsync(_site.Url("/private"))).Forbidden.ShouldBeTrue();
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBe("page");
        Robots("User-agent: *\nDisallow: /page\n");
        _host.Clock.Advance(RobotsGrain.RetryInterval);
        (await _host.FetchAsync(_site.Url("/private"))).Text.ShouldBe("private");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Five_redirects_are_followed(int redirects, bool forbidden)
    {
        _site.OnRedirect("/robots.txt", "/r1");
        for (var n = 1; n < redirects; n++)
            _site.OnRedirect($"/r{n}", $"/r{n + 1}");
        _site.OnText($"/r{redirects}", "User-agent: *\nDisallow: /", "text/plain");
        (await _host.FetchAsync(_site.Url("/page"))).Forbidden.ShouldBe(forbidden);
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        _site.OnSequence("/page", Refuse("120"), context => context.Response.WriteAsync("page"));
        var start = _host.Clock.GetUtcNow();
        var fetch = _host.Pages.FetchAsync(new(_site.Url("/page"), false), default);
        await _site.RequestedAsync("/page");
        await _host.PassAsync(fetch, step: 1);
        (await fetch).Text.ShouldBe("page");
        (_host.Clock.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(120, 130);
        _site.Count("/page").ShouldBe(2);
    }

    [Fact]
    public async Task Repeated_refusals_end_with_the_status()
    {
        _site.On("/page", Refuse("1"));
        var fetch = await _host.FetchAsync(_site.Url("/page"), asksRobots: false);
        (fetch.Text, fetch.Failure, fetch.Forbidden).ShouldBe((null, "answered 429", false));
        _site.Count("/page").ShouldBe(PageFetcher.MaxTries);
    }

    [Theory]
    [InlineData(true, HostThrottle.MaxAtOnce)]
    [InlineData(false, 6)]
    public async Task Throttle_limits_concurrent_requests(bool polite, int most)
    {
        var (now, highest) = (0, 0);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _site.On("/slow", async context =>
        {
            InterlockedMax(ref highest, Interlocked.Increment(ref now));
            await release.Task.WaitAsync(_site.Closing);
            Interlocked.Decrement(ref now);
            await context.Response.WriteAsync("slow");
        });
        var all = Task.WhenAll(Enumerable.Range(0, 6).Select(n => polite
            ? _host.Pages.FetchAsync(new(_site.Url($"/slow?{n}"), false), default)
            : (Task)_host.Outbound.GetAsync(_site.Url($"/slow?{n}"), s_rude)));
        await _host.PassAsync(_site.RequestedAsync("/slow", most));
        await _host.PassAsync(Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
        highest.ShouldBe(most);
        release.SetResult();
        await _host.PassAsync(all);
        highest.ShouldBe(most);
    }

    [Fact]
    public async Task Cancelled_wait_frees_its_place()
    {
        var budget = _host.Grains.GetHost(_site.Address);
        var lease = await budget.Ask();
        await budget.Return(lease.Id, new(HostOutcome.Refused, TimeSpan.Zero, TimeSpan.FromMinutes(10), null));
        using var impatient = new CancellationTokenSource();
        var fetch = _host.Pages.FetchAsync(new(_site.Url("/page"), false), impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(fetch);
        _site.Count("/page").ShouldBe(0);
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await _host.FetchAsync(_site.Url("/page"))).Text.ShouldBe("page");
    }

    [Fact]
    public async Task Unchanged_page_is_not_downloaded()
    {
        _site.On("/tagged", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync("text");
        });
        var first = await _host.FetchAsync(_site.Url("/tagged"));
        (first.Text, first.Validators?.ETag).ShouldBe(("text", "\"1\""));
        var fetch = _host.Pages.FetchAsync(new(_site.Url("/tagged"), Known: first.Validators), default);
        await _host.PassAsync(fetch);
        var second = await fetch;
        (second.NotModified, second.Text, second.Failure).ShouldBe((true, null, null));
    }

    private static RequestDelegate Refuse(string retryAfter) => context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private static void InterlockedMax(ref int highest, int value)
    {
        for (var seen = Volatile.Read(ref highest); value > seen; seen = Volatile.Read(ref highest))
            Interlocked.CompareExchange(ref highest, value, seen);
    }

    private void Robots(string text) => _site.OnText("/robots.txt", text, "text/plain");
}
