using System.Text.Json.Nodes;
using Actors.Catalog.Events;
using Actors.Catalog.Tests.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Events.Rollovers;

public sealed class RolloverTests
{
    private const int MostSteps = 200;
    private static readonly DateTimeOffset s_start = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Dates_that_passed_while_the_program_was_down_are_handled_at_start()
    {
        using var settings = new SiloSettings();
        var first = await StartAsync(settings, new ManualTimeProvider(s_start));
        var moving = first.Event(e => Dates(e, "2030-05-01T16:00:00", "2030-05-01T16:00:00", "2030-05-03T16:00:00"));
        var ending = first.Event(e => Dates(e, "2030-05-01T16:00:00", "2030-05-01T16:00:00"));
        var coming = first.Event(e => Dates(e, "2030-05-09T16:00:00"));
        await first.PostAsync("/scraperCatalog/upload/batch", Catalogue.Batch(moving, ending, coming));
        await first.DisposeAsync();

        var second = await StartAsync(settings, new ManualTimeProvider(s_start.AddDays(1)));

        await BecomesAsync(second, "/catalog/events", moving, "2030-05-03T16:00:00");
        await BecomesAsync(second, "/scraperCatalog/inactive-events", ending, "2030-05-01T16:00:00");
        await BecomesAsync(second, "/catalog/events", coming, "2030-05-09T16:00:00");
        (await second.GetAsync($"/catalog/events?id={ending["uuid"]}")).Status.ShouldBe(404);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task A_reminder_handles_past_dates_every_hour()
    {
        using var settings = new SiloSettings();
        var clock = new ManualTimeProvider(s_start);
        var catalogue = await StartAsync(settings, clock);
        var moving = catalogue.Event(e => Dates(e, "2030-05-01T15:30:00", "2030-05-01T15:30:00", "2030-05-03T16:00:00"));
        await catalogue.PostAsync("/scraperCatalog/upload", moving);
        await BecomesAsync(catalogue, "/catalog/events", moving, "2030-05-01T15:30:00");

        await AdvanceWhileAsync(clock, async () => await ShownAsync(catalogue, "/catalog/events", moving) == "2030-05-01T15:30:00");

        (await ShownAsync(catalogue, "/catalog/events", moving)).ShouldBe("2030-05-03T16:00:00");
        (clock.GetUtcNow() - s_start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(30), "not before its date has gone by");
        await catalogue.DisposeAsync();
    }

    [Fact]
    public async Task An_unreadable_shard_stops_neither_other_shards_nor_the_start()
    {
        using var settings = new SiloSettings();
        var first = await StartAsync(settings, new ManualTimeProvider(s_start));
        var events = Enumerable.Range(0, 2).Select(broken => first.Event(e => Due(e, inBrokenShard: broken == 0))).ToArray();
        await first.PostAsync("/scraperCatalog/upload/batch", Catalogue.Batch(events));
        var database = first.Silo.App.Services.GetRequiredService<IDatabase>();
        (await database.ExecuteAsync("UPDATE grain_state SET document = '{\"cut' WHERE key LIKE '%rollover/3'")).ShouldBe(1);
        await first.DisposeAsync();

        var second = await StartAsync(settings, new ManualTimeProvider(s_start.AddDays(1)));

        await BecomesAsync(second, "/catalog/events", events[1], "2030-05-03T16:00:00");
        await Waiting.UntilAsync("the alarm", async () => (await second.Silo.Client.GetStringAsync("/metrics")).Contains("catalog_rollover_broken{} 1"));
        (await ShownAsync(second, "/catalog/events", events[0])).ShouldBe("2030-05-01T16:00:00", "its shard's pass does not run");
        (await second.Silo.App.Services.GetRequiredService<IDatabase>().QueryAsync<string>("SELECT document FROM grain_state WHERE key LIKE '%rollover/3'"))
            .ShouldBe(["{\"cut"]);
        await second.DisposeAsync();
    }

    /// <summary>Starts a silo and waits until all hourly passes are registered and have stored their first time.</summary>
    private static async Task<Catalogue> StartAsync(SiloSettings settings, TimeProvider timeProvider)
    {
        var catalogue = new Catalogue { Given = settings, Clock = timeProvider };
        await catalogue.InitializeAsync();
        var database = catalogue.Silo.App.Services.GetRequiredService<IDatabase>();
        await Waiting.UntilAsync("every shard's first moment", async () =>
            (await database.QueryAsync<string>("SELECT key FROM grain_state")).Count(key => key.Contains("rollover", StringComparison.OrdinalIgnoreCase))
            == EventRow.Shards);
        return catalogue;
    }

    /// <summary>Advances the clock in steps of five minutes, after which Orleans reads its reminders again, with a pause after each: Orleans arms the
    /// next tick on its own time.</summary>
    private static async Task AdvanceWhileAsync(ManualTimeProvider clock, Func<Task<bool>> condition)
    {
        for (var step = 0; step < MostSteps && await condition(); step++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static Task BecomesAsync(Catalogue catalogue, string list, JsonObject sent, string shown) =>
        Waiting.UntilAsync($"{list} to show {shown}", async () => await ShownAsync(catalogue, list, sent) == shown);

    private static async Task<string?> ShownAsync(Catalogue catalogue, string list, JsonObject sent)
    {
        var (status, body) = await catalogue.GetAsync($"{list}?id={sent["uuid"]}");
        return status == 200 ? body[0]!["date_preview"]!.GetValue<string>() : null;
    }

    private static void Due(JsonObject scraped, bool inBrokenShard)
    {
        Dates(scraped, "2030-05-01T16:00:00", "2030-05-01T16:00:00", "2030-05-03T16:00:00");
        scraped["uuid"] = Enumerable.Range(0, int.MaxValue).Select(_ => Guid.NewGuid()).First(u => EventRow.ShardOf(u) == 3 == inBrokenShard).ToString();
    }

    private static void Dates(JsonObject scraped, string preview, params string[] list)
    {
        scraped["date_preview"] = preview;
        scraped["date_list"] = new JsonArray([.. list.Select(d => (JsonNode)d)]);
    }
}
