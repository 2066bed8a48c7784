namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// Makes a snapshot true that the rows' sum has shown not to be. A row that was committed long after its time stamp was set, by a clock that is
/// behind or a process that stood still, is found by a wide look, or by comparing all versions: neither reads any document but those that differ.
/// </summary>
internal sealed class SnapshotRepair(IEventCopies copies)
{
    /// <summary>More changes than this are read as everything is.</summary>
    public const int MostChanges = 500_000;

    /// <summary>Changed rows taken in together.</summary>
    private const int PageSize = 5000;

    /// <summary>How far back the wide look goes.</summary>
    private static readonly TimeSpan s_wide = TimeSpan.FromHours(1);

    /// <summary>The snapshot with those of these rows that differ.</summary>
    public async Task<EventSnapshot> TakeInAsync(EventSnapshot known, EventChangeList list)
    {
        foreach (var page in known.NewIn(list.Rows).Select(row => row.Id).Chunk(PageSize).ToArray())
            known = known.With(await copies.RowsAsync(page));
        return known;
    }

    /// <summary>The snapshot as the rows are; null when everything must be read.</summary>
    /// <param name="known">The snapshot.</param>
    /// <param name="readAt">When the rows were read last.</param>
    public async Task<EventSnapshot?> RunAsync(EventSnapshot known, DateTimeOffset readAt) =>
        await TakeInAllAsync(known, readAt - s_wide) ?? await TakeInAllAsync(known, DateTimeOffset.MinValue);

    private async Task<EventSnapshot?> TakeInAllAsync(EventSnapshot known, DateTimeOffset since)
    {
        var isAll = since == DateTimeOffset.MinValue;
        var list = await copies.ChangedAsync(since, isAll ? int.MaxValue : MostChanges + 1, tally: true);
        return known.AddsUpWith(list) && known.NewIn(list.Rows).Count() <= MostChanges ? await TakeInAsync(known, list) : null;
    }
}
