using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Sync;

/// <summary><c>sync_events</c> against a provider.</summary>
public sealed class SyncTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_soon = TimeProvider.System.GetUtcNow().AddDays(20);
    private FakeProvider _provider = null!;
    private Face _face = null!;

    public async Task InitializeAsync()
    {
        _provider = await FakeProvider.StartAsync();
        _face = await Face.StartAsync(_provider);
        // The first run starts automatically.
        await SyncAsync("--all");
    }

    public async Task DisposeAsync()
    {
        await _face.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task All_pages_are_stored_and_a_repeat_changes_nothing()
    {
        var events = Enumerable.Range(0, 25).Select(n => FakeProvider.Event($"Концерт {n:00}", s_soon.AddHours(n))).ToArray();
        _provider.Pages(events[..10], events[10..20], events[20..]);
        (await SyncAsync("--date=2026-01-01")).ShouldContain("3 pages: 25 new, 0 changed");
        _provider.Site.Requests.ShouldAllBe(r => r.Headers["x-api-key"] == FakeProvider.Key);
        _provider.Site.Requests.ShouldContain(r => r.Query == "?changed_at=2026-01-01");
        (await _face.GetAsync("/api/events")).Body!["count"]!.GetValue<long>().ShouldBe(25);

        (await SyncAsync("--all")).ShouldContain("3 pages: 0 new, 0 changed, 25 unchanged");
        _provider.Site.Requests.ShouldContain(r => r.Query == "?changed_at=2000-01-01");
        events[3]["name"] = "Другое имя";
        events[4]["status"] = "closed";
        (await SyncAsync()).ShouldContain("0 new, 2 changed, 23 unchanged");
        (await _face.GetAsync("/api/events")).Body!["count"]!.GetValue<long>().ShouldBe(24);
        (await _face.GetAsync($"/api/events/{events[3]["id"]}")).Body!["name"]!.GetValue<string>().ShouldBe("Другое имя");
    }

    [Fact]
    public async Task Unreadable_and_outdated_items_are_counted()
    {
        var odd = FakeProvider.Event("x", s_soon);
        odd.Remove("event_time");
        _provider.Pages([odd, new JsonObject(), FakeProvider.Event("Давно", s_soon.AddDays(-40)), FakeProvider.Event("Скоро", s_soon)]);
        (await SyncAsync("--all")).ShouldContain("1 pages: 1 new, 0 changed, 0 unchanged, 1 outdated, 2 unreadable.");
    }

    [Fact]
    public async Task Older_version_does_not_replace_a_newer_one()
    {
        var id = Guid.NewGuid();
        var newer = FakeProvider.Event("Новое", s_soon, id: id);
        newer["changed_at"] = "2026-03-01T00:00:00Z";
        _provider.Pages([newer], [FakeProvider.Event("Старое", s_soon, id: id)]);
        await SyncAsync("--all");
        (await _face.GetAsync($"/api/events/{id}")).Body!["name"]!.GetValue<string>().ShouldBe("Новое");
    }

    [Fact]
    public async Task Pages_of_other_hosts_are_not_fetched()
    {
        await using var evil = await FakeUpstream.StartAsync();
        _provider.NextRoot = evil.Url("/api/events/").ToString();
        _provider.Pages([FakeProvider.Event("Один", s_soon)], [FakeProvider.Event("Два", s_soon)]);
        var (exit, output) = await _face.CommandAsync("--all");
        (exit, evil.Connections).ShouldBe((1, 0));
        output.ShouldContain("the next page is at another host");
        (await _face.GetAsync("/api/events")).Body!["count"]!.GetValue<long>().ShouldBe(1, "fetched events are kept");
    }

    [Fact]
    public async Task Cyclic_pages_end_the_run()
    {
        _provider.Site.On(FakeProvider.ListPath, context => FakeProvider.JsonAsync(context, new JsonObject
        {
            ["next"] = _provider.Site.Url(FakeProvider.ListPath + "?cursor=1").ToString(),
            ["results"] = new JsonArray(),
        }));
        var (exit, output) = await _face.CommandAsync("--all");
        exit.ShouldBe(1);
        output.ShouldContain("the provider's pages never end");
    }

    [Fact]
    public async Task Rejected_key_ends_the_run()
    {
        _provider.Site.OnStatus(FakeProvider.ListPath, 401);
        var (exit, output) = await _face.CommandAsync("--all");
        exit.ShouldBe(1);
        output.ShouldContain("rejects the API key (401)");
        output.ShouldNotContain(FakeProvider.Key);
    }

    [Fact]
    public async Task Throttled_requests_are_retried()
    {
        _provider.Pages([FakeProvider.Event("Один", s_soon)]);
        _provider.Site.OnSequence(FakeProvider.ListPath, Status(503), Busy, _provider.ListAsync);
        (await SyncAsync("--all")).ShouldContain("1 new");
    }

    [Fact]
    public async Task Expired_cursor_restarts_the_run_once()
    {
        _provider.Pages([FakeProvider.Event("Один", s_soon)], [FakeProvider.Event("Два", s_soon)]);
        _provider.Site.OnSequence(FakeProvider.ListPath, _provider.ListAsync, Status(404), _provider.ListAsync);
        (await SyncAsync("--all")).ShouldContain("3 pages: 2 new, 0 changed, 1 unchanged");
    }

    [Theory]
    [InlineData("--date=1")]
    [InlineData("--nothing")]
    public async Task Invalid_arguments_print_the_usage(string argument)
    {
        var (exit, output) = await _face.CommandAsync(argument);
        exit.ShouldBe(2);
        output.ShouldContain("Usage: sync_events");
    }

    [Fact]
    public async Task Second_caller_joins_the_current_run()
    {
        await SyncAsync();
        var release = new TaskCompletionSource();
        _provider.Pages([FakeProvider.Event("Один", s_soon)]);
        var before = _provider.Site.Count(FakeProvider.ListPath);
        _provider.Site.OnHeld(FakeProvider.ListPath, release.Task, _provider.ListAsync);
        var first = _face.CommandAsync("--all");
        await _provider.Site.RequestedAsync(FakeProvider.ListPath, before + 1);
        var others = Enumerable.Range(0, 5).Select(_ => _face.CommandAsync("--date=2025-01-01")).ToArray();
        release.SetResult();
        (await Task.WhenAll([first, .. others])).ShouldAllBe(r => r.Exit == 0);
        _provider.Site.Count(FakeProvider.ListPath).ShouldBe(before + 1);
    }

    private async Task<string> SyncAsync(params string[] arguments)
    {
        var (exit, output) = await _face.CommandAsync(arguments);
        exit.ShouldBe(0, output);
        return output;
    }

    private static RequestDelegate Status(int status) => context => FakeProvider.StatusAsync(context, status);

    private static Task Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return FakeProvider.StatusAsync(context, 429);
    }
}
