using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Runs;
using Actors.Outbound;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Scraping.Politeness;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private static readonly OutboundPolicy Rude = new("test", 10_000, TimeSpan.FromSeconds(60), Retries: 0);
    private FakeUpstream site = null!;
    private FetchHost host = null!;

    public async Task InitializeAsync()
    {
        site = await FakeUpstream.StartAsync();
        host = await FetchHost.StartAsync(site);
        site.OnText("/page", "page").OnText("/private", "private");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_fetched()
    {
        Robots("User-agent: actors\nDisallow: /private\n");
        var refused = await host.FetchAsync(site.Url("/private"));
        (refused.Forbidden, refused.Text).ShouldBe((true, null));
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBe("page");
        site.Count("/private").ShouldBe(0);
        site.Count("/robots.txt").ShouldBe(1, "asked once for the site");
    }

    [Fact]
    public async Task Without_asking_robots_txt_the_page_would_be_fetched()
    {
        Robots("User-agent: actors\nDisallow: /private\n");
        (await host.FetchAsync(site.Url("/private"), asksRobots: false)).Text.ShouldBe("private");
        site.Count("/robots.txt").ShouldBe(0);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(429)]
    public async Task A_site_without_the_file_allows_everything(int status)
    {
        site.OnStatus("/robots.txt", status);
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBe("page");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_site_that_fails_forbids_everything_for_a_while(int status)
    {
        site.OnStatus("/robots.txt", status);
        var failed = await host.FetchAsync(site.Url("/page"));
        (failed.Text, failed.Forbidden, site.Count("/page")).ShouldBe((null, false, 0));
        Robots("User-agent: *\nDisallow: /private\n");
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBeNull("it is not asked again at once");
        host.Clock.Advance(RobotsGrain.TriedAgainAfter);
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBe("page");
    }

    [Fact]
    public async Task Rules_hold_for_a_day_and_longer_only_while_the_site_fails()
    {
        Robots("User-agent: *\nDisallow: /private\n");
        (await host.FetchAsync(site.Url("/private"))).Forbidden.ShouldBeTrue();
        site.OnStatus("/robots.txt", 500);
        for (var half = 0; half < RobotsGrain.KeptFor.TotalHours * 2; half++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(30));
            (await host.FetchAsync(site.Url("/private"))).Forbidden.ShouldBeTrue();
        }
        site.Count("/robots.txt").ShouldBeGreaterThan(1);
        (await host.FetchAsync(site.Url("/private"))).Forbidden.ShouldBeTrue();
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBe("page");
        Robots("User-agent: *\nDisallow: /page\n");
        host.Clock.Advance(RobotsGrain.TriedAgainAfter);
        (await host.FetchAsync(site.Url("/private"))).Text.ShouldBe("private");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Five_redirects_are_followed(int redirects, bool forbidden)
    {
        site.OnRedirect("/robots.txt", "/r1");
        for (var n = 1; n < redirects; n++)
            site.OnRedirect($"/r{n}", $"/r{n + 1}");
        site.OnText($"/r{redirects}", "User-agent: *\nDisallow: /", "text/plain");
        (await host.FetchAsync(site.Url("/page"))).Forbidden.ShouldBe(forbidden);
    }

    [Fact]
    public async Task A_host_that_refuses_is_left_alone_for_as_long_as_it_says()
    {
        site.OnSequence("/page", Refuse("120"), context => context.Response.WriteAsync("page"));
        var start = host.Clock.GetUtcNow();
        var fetch = host.Pages.FetchAsync(new(site.Url("/page"), false), default);
        await site.RequestedAsync("/page");
        await host.PassAsync(fetch, step: 1);
        (await fetch).Text.ShouldBe("page");
        (host.Clock.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(120, 130);
        site.Count("/page").ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_is_refused_again_and_again_is_given_up_with_its_status()
    {
        site.On("/page", Refuse("1"));
        var fetch = await host.FetchAsync(site.Url("/page"), asksRobots: false);
        (fetch.Text, fetch.Failure, fetch.Forbidden).ShouldBe((null, "answered 429", false));
        site.Count("/page").ShouldBe(PageFetcher.MostTries);
    }

    [Theory]
    [InlineData(true, HostPace.MostAtOnce)]
    [InlineData(false, 6)]
    public async Task A_host_has_few_requests_at_a_time_and_would_have_all_without_its_budget(bool polite, int most)
    {
        var (now, highest) = (0, 0);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        site.On("/slow", async context =>
        {
            InterlockedMax(ref highest, Interlocked.Increment(ref now));
            await release.Task.WaitAsync(site.Closing);
            Interlocked.Decrement(ref now);
            await context.Response.WriteAsync("slow");
        });
        var all = Task.WhenAll(Enumerable.Range(0, 6).Select(n => polite
            ? host.Pages.FetchAsync(new(site.Url($"/slow?{n}"), false), default)
            : (Task)host.Outbound.GetAsync(site.Url($"/slow?{n}"), Rude)));
        await host.PassAsync(site.RequestedAsync("/slow", most));
        await host.PassAsync(Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
        highest.ShouldBe(most);
        release.SetResult();
        await host.PassAsync(all);
        highest.ShouldBe(most);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_its_place_to_others()
    {
        var budget = host.Grains.GetHost(site.Address);
        var lease = await budget.Ask();
        await budget.Return(lease.Id, new(HostOutcome.Refused, TimeSpan.Zero, TimeSpan.FromMinutes(10), null));
        using var impatient = new CancellationTokenSource();
        var fetch = host.Pages.FetchAsync(new(site.Url("/page"), false), impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(fetch);
        site.Count("/page").ShouldBe(0);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        (await host.FetchAsync(site.Url("/page"))).Text.ShouldBe("page");
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        site.On("/tagged", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync("text");
        });
        var first = await host.FetchAsync(site.Url("/tagged"));
        (first.Text, first.Validators?.ETag).ShouldBe(("text", "\"1\""));
        var fetch = host.Pages.FetchAsync(new(site.Url("/tagged"), Known: first.Validators), default);
        await host.PassAsync(fetch);
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

    private void Robots(string text) => site.OnText("/robots.txt", text, "text/plain");
}
