using System.Collections.Immutable;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>The rows that pages show, as they are now: those that were shown lately are kept in the form they are sent in, the others are read.</summary>
internal sealed class PageRows(IEventCopies copies, OwnChanges changes)
{
    private readonly RowMemory _memory = new();

    /// <summary>The rows with these numbers, in this order; null where there is none.</summary>
    public async Task<PageRow?[]> GetAsync(ImmutableArray<long> ids, CancellationToken cancellationToken)
    {
        var now = changes.Count;
        var rows = ids.Select(_memory.Find).ToArray();
        await DropChangedAsync(rows, now, cancellationToken);
        var missing = Enumerable.Range(0, rows.Length).Where(i => rows[i] is null).ToDictionary(i => ids[i]);
        if (missing.Count == 0) return rows;
        foreach (var row in (await copies.DocumentsAsync([.. missing.Keys], cancellationToken)).Select(PageRow.Of))
            rows[missing[row.Id]] = _memory.Keep(row.Seen(now));
        return rows;
    }

    // What may have changed is compared by its version and time stamp: that takes a fraction of reading it.
    private async Task DropChangedAsync(PageRow?[] rows, long now, CancellationToken cancellationToken)
    {
        long[] doubtful = [.. rows.OfType<PageRow>().Where(row => !row.IsTrue(now)).Select(row => row.Id)];
        if (doubtful.Length == 0) return;
        var versions = (await copies.VersionsAsync(doubtful, cancellationToken)).ToDictionary(row => row.Id);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is not { } row || row.IsTrue(now)) continue;
            rows[i] = row.Is(versions.GetValueOrDefault(row.Id)) ? row.Seen(now) : null;
        }
    }
}
