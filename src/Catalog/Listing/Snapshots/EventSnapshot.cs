using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Pages;
using Actors.Persistence.Commits;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>All events at one moment: the filter columns and a search index.</summary>
/// <param name="Facts">The filter columns.</param>
/// <param name="Index">The search index. Building the first one takes longer than reading the columns, and only searches wait for it.</param>
/// <param name="Point">The point of the commit sequence. The snapshot has every change up to it.</param>
/// <param name="Rows">Recently shown rows of this history.</param>
internal sealed record EventSnapshot(FactTable Facts, Task<SearchIndex> Index, CommitPoint Point, PageRowCache Rows)
{
    /// <summary>Recent pages of the snapshot.</summary>
    public PageCache Pages { get; } = new();

    /// <summary>The snapshot with changed rows.</summary>
    public EventSnapshot With(IReadOnlyCollection<StoredEvent> rows) =>
        new(Facts.With([.. rows.Select(SnapshotMapping.FactsOf)]), IndexWithAsync(rows), Point, Rows);

    private async Task<SearchIndex> IndexWithAsync(IReadOnlyCollection<StoredEvent> rows) =>
        (await Index).With([.. rows.Select(row => SnapshotMapping.DocumentOf(row.State))], []);
}
