using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Views;
using Actors.Persistence.Commits;
using Actors.Search;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Filters;

/// <summary>Columns and bits beside one comparison after another, on events and requests by chance.</summary>
public sealed class FactTableTests(ITestOutputHelper output)
{
    private const int Times = 50;
    private static readonly Guid[] s_sets = [Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public async Task A_list_has_what_comparing_every_event_finds_whatever_was_changed()
    {
        var random = SeededRandom.Create(output);
        var (table, events) = (FactTable.Of([], new PlaceNames()), new SortedDictionary<long, EventFacts>());
        for (var round = 0; round < 400; round++)
        {
            var changed = Enumerable.Range(0, random.Next(60)).Select(_ => Event(random)).DistinctBy(e => e.Id).ToArray();
            table = table.With(changed);
            foreach (var e in changed) events[e.Id] = e;
            var seen = Naive.Marked(events.Values);

            foreach (var e in seen) events[e.Id] = e;
            table.Events.Select(e => (e.Id, e.Version, e.Hidden, e.ChangedAt)).ShouldBe(seen.Select(e => (e.Id, e.Version, e.Hidden, e.ChangedAt)));
            table.Blocks.ShouldAllBe(block => block.Count <= FactBlock.Size);
            var request = Request(random);
            var (total, places) = await PlaceSelection.SelectAsync(new EventSnapshot(table, Task.FromResult(SearchIndex.Empty), new CommitPoint("epoch", 1, []), new RowMemory()), request);
            var expected = Naive.Select(seen, request);
            total.ShouldBe(expected.Total, $"{request}");
            places.ToArray().ShouldBe(expected.Places, $"{request}");
        }

        table.Blocks.Length.ShouldBeGreaterThan(3);
    }

    // The control of the test above: what it compares with notices a single bit.
    [Fact]
    public async Task A_list_that_leaves_out_its_last_event_is_noticed()
    {
        EventFacts[] events = [.. Enumerable.Range(1, 600).Select(id => Event(SeededRandom.Create(output)) with { Id = id, Active = true, Twins = null })];
        var places = new PlaceNames();
        var request = new ViewRequest(new EventScope(true), new EventFilter(), null, ViewOrder.Number, null, 1000, []);

        var short1 = FactTable.Of(FactChanges.Apply([], events[..^1], places), places);

        (await PlaceSelection.SelectAsync(new EventSnapshot(short1, Task.FromResult(SearchIndex.Empty), new CommitPoint("epoch", 1, []), new RowMemory()), request)).Total.ShouldNotBe(Naive.Select(events, request).Total);
    }

    [Fact]
    public void Numbers_in_between_part_blocks_in_halves_and_not_one_by_one()
    {
        var random = SeededRandom.Create(output);
        var table = FactTable.Of([], new PlaceNames()).With([.. Enumerable.Range(0, 2000).Select(i => Event(random) with { Id = i < 1000 ? i : i + 10_000 })]);

        for (var id = 1000; id < 3000; id++) table = table.With([Event(random) with { Id = id }]);

        table.Count.ShouldBe(4000);
        table.Blocks.Length.ShouldBeLessThan(30);
    }

    private static EventFacts Event(Random random)
    {
        var moments = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(Times)).Select(at => new EventMoment(at, at + (random.Next(2) * 5)));
        int? age = random.Next(3) == 0 ? null : random.Next(19);
        var type = EventTypes.Supported.Items[random.Next(3)];
        return new EventFacts(
            random.Next(3000), Guid.NewGuid(), type, random.Next(5) > 0, random.Next(100), age, $"клуб {random.Next(30)}", [.. moments], random.Next(Times), random.Next(Times), random.Next(1, 9))
        {
            Twins = random.Next(20) == 0 ? new TwinMark(s_sets[random.Next(2)], random.Next(2) == 0) : null,
        };
    }

    private static ViewRequest Request(Random random)
    {
        bool Some() => random.Next(3) == 0;
        var order = (ViewOrder)new[] { 0, 2, 3 }[random.Next(3)];
        var filter = new EventFilter
        {
            Dates = Some() ? new DateRange(random.Next(Times), random.Next(Times)) : DateRange.Always,
            Place = Some() ? $"б {random.Next(30)}" : "",
            PriceMin = Some() ? random.Next(100) : long.MinValue,
            PriceMax = Some() ? random.Next(100) : long.MaxValue,
            Age = Some() ? random.Next(20) : null,
            ChangedSince = order == ViewOrder.Change && Some() ? random.Next(Times) : null,
            FirstCommit = order == ViewOrder.Change ? random.Next(Times) : null,
        };
        ViewPlace? after = Some() ? new ViewPlace(order switch { ViewOrder.Change => random.Next(Times), ViewOrder.Newest => -1500, _ => 0 }, 1500) : null;
        var scope = new EventScope(random.Next(4) > 0, Some() ? EventTypes.Supported.Items[random.Next(4)] : null);
        EventId? only = random.Next(10) == 0 ? new EventId(random.Next(3000), null) : null;
        return new ViewRequest(scope, filter, null, order, after, random.Next(1, 300), []) { Only = only, HidesGone = Some(), Since = order == ViewOrder.Change ? new ChangeMark("epoch", 0) : null };
    }
}
