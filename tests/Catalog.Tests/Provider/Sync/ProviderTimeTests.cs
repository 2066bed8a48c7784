using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Sync;

/// <summary>Promise R13: work that became due during downtime is done once, and outdated events are deleted, whatever the clock does.</summary>
public sealed class ProviderTimeTests
{
    private static readonly DateTimeOffset s_start = new(2028, 2, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Downtime_is_caught_up_once_and_outdated_events_are_deleted()
    {
        await using var provider = await FakeProvider.StartAsync();
        using var settings = new SiloSettings();
        var (outdated, coming) = (FakeProvider.Event("Завтра", s_start.AddDays(1)), FakeProvider.Event("Через месяц", s_start.AddDays(30)));
        provider.Pages([outdated, coming]);
        await using (var first = await Face.StartAsync(provider, new ManualTimeProvider(s_start), settings))
        {
            (await first.CommandAsync("--all")).Exit.ShouldBe(0);
            (await first.GetAsync("/api/events")).Body!["count"]!.GetValue<int>().ShouldBe(2);
        }

        var asked = provider.Site.Count(FakeProvider.ListPath);
        await using var second = await Face.StartAsync(provider, new ManualTimeProvider(s_start.AddDays(9)), settings);
        await provider.Site.RequestedAsync(FakeProvider.ListPath, asked + 1);
        provider.Site.Requests[^1].Query.ShouldBe("?changed_at=2028-02-24", "over the leap day");
        await Waiting.UntilAsync("the outdated event to go", async () => (await second.GetAsync($"/api/events/{outdated["id"]}")).Status == 404);
        (await second.GetAsync($"/api/events/{coming["id"]}")).Status.ShouldBe(200);
        provider.Site.Count(FakeProvider.ListPath).ShouldBe(asked + 1);
    }

    [Fact]
    public async Task Hourly_run_survives_a_clock_set_back()
    {
        await using var provider = await FakeProvider.StartAsync();
        var clock = new ManualTimeProvider(s_start);
        await using var face = await Face.StartAsync(provider, clock);
        await provider.Site.RequestedAsync(FakeProvider.ListPath);
        (await face.CommandAsync()).Exit.ShouldBe(0);
        var outdated = new ProviderEvent(Guid.NewGuid(), "Почти", s_start - ProviderEvent.Retention + TimeSpan.FromMinutes(30), true, null, null, new(null, "Сцена"));
        await face.OfferAsync(outdated);
        clock.SetUtcNow(s_start.AddHours(-1));
        var asked = provider.Site.Count(FakeProvider.ListPath);

        for (var step = 0; step < 80 && (await face.GetAsync($"/api/events/{outdated.Id}")).Status == 200; step++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        (await face.GetAsync($"/api/events/{outdated.Id}")).Status.ShouldBe(404);
        clock.GetUtcNow().ShouldBeGreaterThan(s_start.AddMinutes(30), "kept for seven days");
        await provider.Site.RequestedAsync(FakeProvider.ListPath, asked + 1);
    }

    [Fact]
    public async Task Registration_outlives_its_event()
    {
        await using var provider = await FakeProvider.StartAsync();
        using var settings = new SiloSettings();
        var concert = Guid.NewGuid();
        provider.Pages([FakeProvider.Event("Концерт", s_start.AddDays(1), id: concert)]);
        provider.Opens(concert, "A1");
        await using (var first = await Face.StartAsync(provider, new ManualTimeProvider(s_start), settings))
        {
            (await first.CommandAsync("--all")).Exit.ShouldBe(0);
            await first.SendAsync(HttpMethod.Post, $"/api/events/{concert}/register");
            await Waiting.UntilAsync("the confirmation", async () =>
                (await first.GetAsync($"/api/events/{concert}/register")).Body!["status"]!.GetValue<string>() == "confirmed");
        }

        await using var second = await Face.StartAsync(provider, new ManualTimeProvider(s_start.AddDays(9)), settings);
        await Waiting.UntilAsync("the event to go", async () => (await second.GetAsync($"/api/events/{concert}")).Status == 404);
        var (status, body) = await second.GetAsync($"/api/events/{concert}/register");
        (status, body!["event_name"]!.GetValue<string>()).ShouldBe((200, "Концерт"));
    }
}
