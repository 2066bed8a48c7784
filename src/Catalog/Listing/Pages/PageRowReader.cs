using System.Collections.Immutable;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Gets the rows of pages: recently shown rows from the cache, the others from the database.</summary>
internal static class PageRowReader
{
    /// <summary>The rows with these numbers, in this order, at least as new as the snapshot; null for rows that do not exist.</summary>
    public static async Task<PageRow?[]> GetAsync(ISnapshotRows source, EventSnapshot snapshot, ImmutableArray<long> ids, CancellationToken cancellationToken)
    {
        PageRow?[] rows = [.. ids.Select(id => snapshot.Rows.Find(id) is { } row && row.Version >= snapshot.Facts.VersionOf(id) ? row : null)];
        var missing = Enumerable.Range(0, rows.Length).Where(i => rows[i] is null).ToDictionary(i => ids[i]);
        if (missing.Count == 0) return rows;
        foreach (var row in (await source.DocumentsAsync([.. missing.Keys], cancellationToken)).Select(PageRow.Of))
            rows[missing[row.Id]] = snapshot.Rows.Add(row);
        return rows;
    }
}
