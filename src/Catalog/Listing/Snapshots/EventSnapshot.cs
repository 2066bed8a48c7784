using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Views;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>All events at one moment: what filters ask of them, and their texts as an index.</summary>
/// <param name="Facts">What filters ask.</param>
/// <param name="Index">Their texts.</param>
internal sealed record EventSnapshot(FactTable Facts, SearchIndex Index)
{
    /// <summary>What was answered from it.</summary>
    public ViewAnswers Answers { get; } = new();

    /// <summary>What the rows added up to.</summary>
    public EventTally Tally => new(Facts.Count, Facts.Versions);

    /// <summary>When the last event changed, in unix milliseconds.</summary>
    public long LastChange => Facts.LastChange;

    /// <summary>Those of these rows that it does not have, or not in this version.</summary>
    public IEnumerable<EventVersion> NewIn(IEnumerable<EventVersion> rows) => rows.Where(row => Facts.VersionOf(row.Id) != row.Version);

    /// <summary>True when, with these rows, it adds up to what all rows did at that moment, or when nobody asked for that.</summary>
    /// <remarks>A version that has gone back is another history of the rows: a backup was put back, and an equal version means nothing.</remarks>
    public bool AddsUpWith(EventChangeList list)
    {
        var (count, versions) = (Tally.Count, Tally.Versions);
        foreach (var row in NewIn(list.Rows))
        {
            var before = Facts.VersionOf(row.Id);
            if (row.Version < before) return false;
            (count, versions) = (before == 0 ? count + 1 : count, versions + row.Version - before);
        }

        return list.Tally is not { } all || all == new EventTally(count, versions);
    }

    /// <summary>The snapshot with rows that were read since.</summary>
    public EventSnapshot With(IReadOnlyCollection<StoredEvent> rows)
    {
        EventFacts[] facts = [.. rows.Select(EventTexts.FactsOf)];
        return new EventSnapshot(Facts.With(facts), Index.With([.. rows.Select(row => EventTexts.DocumentOf(row.State))], []));
    }
}
