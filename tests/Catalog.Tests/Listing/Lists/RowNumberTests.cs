using System.Text.Json.Nodes;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Rows whose number differs from that of their document, as after a manual repair of a database.</summary>
public sealed class RowNumberTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const int Events = 5, Moved = 1000;

    private IDatabase Database => catalogue.Silo.App.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task Pages_continue_after_the_numbers_of_the_rows()
    {
        await catalogue.PostAsync("/scraper/results", Catalogue.Batch([.. Enumerable.Range(0, Events).Select(_ => catalogue.Event())]));
        await Database.ExecuteAsync("UPDATE events SET id = id + @Moved", new { Moved });
        var numbers = await Database.QueryAsync<long>("SELECT id FROM events ORDER BY id");

        (await ReadAsync(new EventRows(Database))).ShouldBe(numbers);
        (await ReadAsync(new SnapshotRows(Database))).ShouldBe(numbers);
        (await catalogue.GetAsync("/catalog/events")).Body.AsArray().Select(Number).ShouldBe(numbers);
        (await catalogue.GetAsync("/catalog/events?limit=100")).Body.AsArray().Select(Number).ShouldBe(numbers);
    }

    private static long Number(JsonNode? e) => e!["id"]!.GetValue<long>();

    // One page more than needed, so that an endless read fails.
    private static async Task<List<long>> ReadAsync(IEventRows rows)
    {
        var found = new List<long>();
        for (var i = 0; i <= Events; i++) found.AddRange((await rows.PageAsync(new EventScope(true), found.LastOrDefault(), 1)).Select(e => e.Id));
        return found;
    }

    private static async Task<List<long>> ReadAsync(ISnapshotRows rows)
    {
        var found = new List<long>();
        for (var i = 0; i <= Events; i++) found.AddRange((await rows.PageAsync(found.LastOrDefault(), long.MaxValue, 1)).Select(row => row.State.Id));
        return found;
    }
}
