using System.Collections.Immutable;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>Gets the rows that pages show. Rows shown recently are kept in the form they are sent in; the others are read.</summary>
internal static class PageRows
{
    /// <summary>The rows of a snapshot with these numbers, in this order: at least as new as the snapshot. Null where there is none.</summary>
    public static async Task<PageRow?[]> GetAsync(IEventCopies copies, EventSnapshot snapshot, ImmutableArray<long> ids, CancellationToken cancellationToken)
    {
        PageRow?[] rows = [.. ids.Select(id => snapshot.Rows.Find(id) is { } row && row.Version >= snapshot.Facts.VersionOf(id) ? row : null)];
        var missing = Enumerable.Range(0, rows.Length).Where(i => rows[i] is null).ToDictionary(i => ids[i]);
        if (missing.Count == 0) return rows;
        foreach (var row in (await copies.DocumentsAsync([.. missing.Keys], cancellationToken)).Select(PageRow.Of))
            rows[missing[row.Id]] = snapshot.Rows.Keep(row);
        return rows;
    }
}
