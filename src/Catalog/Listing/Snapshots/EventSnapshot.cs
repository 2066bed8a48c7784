using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Views;
using Actors.Persistence.Commits;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>All events at one moment: the columns that filters need, and an index of their texts.</summary>
/// <param name="Facts">The columns.</param>
/// <param name="Index">The index.</param>
/// <param name="Point">The point of the commit sequence: every change up to it is in the snapshot.</param>
/// <param name="Rows">Rows that pages of this history have shown.</param>
internal sealed record EventSnapshot(FactTable Facts, SearchIndex Index, CommitPoint Point, RowMemory Rows)
{
    /// <summary>Recent answers from the snapshot. Snapshots of equal events share them.</summary>
    public ViewAnswers Answers { get; } = new();

    /// <summary>The rows among these that the snapshot lacks or has in an earlier version.</summary>
    public IEnumerable<RowVersion> NewIn(IEnumerable<RowVersion> rows) => rows.Where(row => Facts.VersionOf(row.Id) < row.Version);

    /// <summary>The snapshot with rows that were read since.</summary>
    public EventSnapshot With(IReadOnlyCollection<StoredEvent> rows)
    {
        EventFacts[] facts = [.. rows.Select(EventTexts.FactsOf)];
        return new EventSnapshot(Facts.With(facts), Index.With([.. rows.Select(row => EventTexts.DocumentOf(row.State))], []), Point, Rows);
    }
}
