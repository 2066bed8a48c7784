using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Views;
using Actors.Persistence.Commits;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>All events at one moment: the columns that filters need, and an index of their texts.</summary>
/// <param name="Facts">The columns.</param>
/// <param name="Index">The index. Building the first one takes longer than reading the columns, and only a search has to wait for it.</param>
/// <param name="Point">The point of the commit sequence: every change up to it is in the snapshot.</param>
/// <param name="Rows">Rows that pages of this history have shown.</param>
internal sealed record EventSnapshot(FactTable Facts, Task<SearchIndex> Index, CommitPoint Point, RowMemory Rows)
{
    /// <summary>Recent answers from the snapshot. Snapshots of equal events share them.</summary>
    public ViewAnswers Answers { get; } = new();

    /// <summary>The snapshot with rows that were read since.</summary>
    public EventSnapshot With(IReadOnlyCollection<StoredEvent> rows) =>
        new(Facts.With([.. rows.Select(EventTexts.FactsOf)]), IndexWithAsync(rows), Point, Rows);

    private async Task<SearchIndex> IndexWithAsync(IReadOnlyCollection<StoredEvent> rows) =>
        (await Index).With([.. rows.Select(row => EventTexts.DocumentOf(row.State))], []);
}
