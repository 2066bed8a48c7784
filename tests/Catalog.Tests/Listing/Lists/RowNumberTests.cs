using System.Text.Json.Nodes;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Rows whose number is not what their documents say, as somebody may leave them who repairs a database by hand.</summary>
public sealed class RowNumberTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const int Events = 5, Moved = 1000;

    private IDatabase Database => catalogue.Silo.App.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task Reading_page_by_page_goes_on_after_the_rows_own_numbers_and_ends()
    {
        await catalogue.PostAsync("/scraper/results", Catalogue.Batch([.. Enumerable.Range(0, Events).Select(_ => catalogue.Event())]));
        await Database.ExecuteAsync("UPDATE events SET id = id + @Moved", new { Moved });
        var numbers = await Database.QueryAsync<long>("SELECT id FROM events ORDER BY id");

        (await ReadAsync(new EventRows(Database))).ShouldBe(numbers);
        (await ReadAsync(new EventCopies(Database))).ShouldBe(numbers);
        (await catalogue.GetAsync("/catalog/events")).Body.AsArray().Select(Number).ShouldBe(numbers);
        (await catalogue.GetAsync("/catalog/events?limit=100")).Body.AsArray().Select(Number).ShouldBe(numbers);
    }

    private static long Number(JsonNode? e) => e!["id"]!.GetValue<long>();

    // One more page than it takes, and no more should it not end.
    private static async Task<List<long>> ReadAsync(IEventRows rows)
    {
        var found = new List<long>();
        for (var i = 0; i <= Events; i++) found.AddRange((await rows.PageAsync(new EventScope(true), found.LastOrDefault(), 1)).Select(e => e.Id));
        return found;
    }

    private static async Task<List<long>> ReadAsync(IEventCopies rows)
    {
        var found = new List<long>();
        for (var i = 0; i <= Events; i++) found.AddRange((await rows.PageAsync(found.LastOrDefault(), long.MaxValue, 1)).Select(row => row.State.Id));
        return found;
    }
}
