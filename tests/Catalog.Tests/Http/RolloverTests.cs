using System.Text.Json.Nodes;
using Actors.Catalog.Grains.Events;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Http;

public sealed class RolloverTests
{
    private static readonly DateTimeOffset s_start = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Dates_that_went_by_while_the_program_was_down_are_caught_up_at_its_start()
    {
        using var settings = new SiloSettings();
        var clock = new ManualTimeProvider(s_start);
        var first = Host(settings, clock);
        await first.InitializeAsync();
        await StartedAsync(first);
        var moving = first.Event(e => Dates(e, "2030-05-01T16:00:00", "2030-05-01T16:00:00", "2030-05-03T16:00:00"));
        var ending = first.Event(e => Dates(e, "2030-05-01T16:00:00", "2030-05-01T16:00:00"));
        var coming = first.Event(e => Dates(e, "2030-05-09T16:00:00"));
        await first.PostAsync("/scraperCatalog/upload/batch", Catalogue.Batch(moving, ending, coming));
        await first.Silo.DisposeAsync();
        await first.Site.DisposeAsync();

        var second = Host(settings, new ManualTimeProvider(s_start.AddDays(1)));
        await second.InitializeAsync();
        await StartedAsync(second);

        (await Shown(second, "/catalog/events", moving)).ShouldBe("2030-05-03T16:00:00");
        (await Shown(second, "/catalog/events", coming)).ShouldBe("2030-05-09T16:00:00");
        (await second.GetAsync($"/catalog/events?id={ending["uuid"]}")).Status.ShouldBe(404);
        (await Shown(second, "/scraperCatalog/inactive-events", ending)).ShouldBe("2030-05-01T16:00:00");
        await second.Silo.DisposeAsync();
        await second.Site.DisposeAsync();
    }

    private static Catalogue Host(SiloSettings settings, TimeProvider clock) => new() { Given = settings, Clock = clock };

    // The start-up task calls the same method: whichever call comes first does the work, and after ours it is done.
    private static Task StartedAsync(Catalogue catalogue)
    {
        var grains = catalogue.Silo.App.Services.GetRequiredService<IGrainFactory>();
        return Task.WhenAll(Enumerable.Range(0, EventRow.Shards).Select(s => grains.GetGrain<IRolloverGrain>(s).Start()));
    }

    private static async Task<string?> Shown(Catalogue catalogue, string list, JsonObject sent)
    {
        var (status, body) = await catalogue.GetAsync($"{list}?id={sent["uuid"]}");
        return status == 200 ? body[0]!["date_preview"]!.GetValue<string>() : $"status {status}";
    }

    private static void Dates(JsonObject scraped, string preview, params string[] list)
    {
        scraped["date_preview"] = preview;
        scraped["date_list"] = new JsonArray([.. list.Select(d => (JsonNode)d)]);
    }
}
