using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Pages;
using Actors.Persistence.Commits;
using Actors.Search;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Filters;

/// <summary>Compares the column filter with a naive one on random events and requests.</summary>
public sealed class FactTableTests(ITestOutputHelper output)
{
    private const int Times = 50;
    private static readonly Guid[] s_sets = [Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public async Task Columns_select_the_same_events_as_a_naive_filter()
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
            var (total, places) = await PageSelection.SelectAsync(new EventSnapshot(table, Task.FromResult(SearchIndex.Empty), new CommitPoint("epoch", 1, []), new PageRowCache()), request);
            var expected = Naive.Select(seen, request);
            total.ShouldBe(expected.Total, $"{request}");
            places.ToArray().ShouldBe(expected.Places, $"{request}");
        }

        table.Blocks.Length.ShouldBeGreaterThan(3);
    }

    // Shows that the comparison notices a single bit.
    [Fact]
    public async Task Control_A_missing_event_is_noticed()
    {
        EventFacts[] events = [.. Enumerable.Range(1, 600).Select(id => Event(SeededRandom.Create(output)) with { Id = id, Active = true, Twins = null })];
        var places = new PlaceNames();
        var request = new ListRequest(new EventScope(true), new EventFilter(), null, ListOrder.Number, null, 1000, []);

        var short1 = FactTable.Of(FactChanges.Apply([], events[..^1], places), places);

        (await PageSelection.SelectAsync(new EventSnapshot(short1, Task.FromResult(SearchIndex.Empty), new CommitPoint("epoch", 1, []), new PageRowCache()), request)).Total.ShouldNotBe(Naive.Select(events, request).Total);
    }

    [Fact]
    public void Insertions_split_full_blocks_into_halves()
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

    private static ListRequest Request(Random random)
    {
        bool Some() => random.Next(3) == 0;
        var order = (ListOrder)new[] { 0, 2, 3 }[random.Next(3)];
        var filter = new EventFilter
        {
            Dates = Some() ? new DateRange(random.Next(Times), random.Next(Times)) : DateRange.Always,
            Place = Some() ? $"б {random.Next(30)}" : "",
            PriceMin = Some() ? random.Next(100) : long.MinValue,
            PriceMax = Some() ? random.Next(100) : long.MaxValue,
            Age = Some() ? random.Next(20) : null,
            ChangedSince = order == ListOrder.Change && Some() ? random.Next(Times) : null,
            FirstCommit = order == ListOrder.Change ? random.Next(Times) : null,
        };
        ListPosition? after = Some() ? new ListPosition(order switch { ListOrder.Change => random.Next(Times), ListOrder.Newest => -1500, _ => 0 }, 1500) : null;
        var scope = new EventScope(random.Next(4) > 0, Some() ? EventTypes.Supported.Items[random.Next(4)] : null);
        EventId? only = random.Next(10) == 0 ? new EventId(random.Next(3000), null) : null;
        return new ListRequest(scope, filter, null, order, after, random.Next(1, 300), []) { Only = only, OmitsDeleted = Some(), Since = order == ListOrder.Change ? new ChangeMark("epoch", 0) : null };
    }
}
