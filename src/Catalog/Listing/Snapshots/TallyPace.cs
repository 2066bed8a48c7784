using Actors.Catalog.Listing.Lists;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// How often all rows are added up. While that is quick, at every look. Otherwise it runs beside the looks, so that nobody waits for it, and
/// rests in between (<see cref="SumPace"/>): a change that nothing else shows is told after the longest rest, two sums (it may have just missed one)
/// and two looks at the latest, as long as somebody asks; finding it takes two sums more at most (<see cref="SnapshotRepair"/>).
/// </summary>
internal sealed class TallyPace(TimeProvider timeProvider)
{
    private readonly SumPace _pace = new(timeProvider);
    private Task<bool>? _beside;

    /// <summary>What changed; null when what was known turns out not to be true.</summary>
    /// <param name="list">Lists what changed, with the sum of all rows or without.</param>
    /// <param name="isTrue">Whether the sum is as expected.</param>
    public async Task<EventChangeList?> CheckAsync(Func<bool, Task<EventChangeList>> list, Func<EventChangeList, bool> isTrue)
    {
        if (_beside is { IsCompleted: true } done)
        {
            _beside = null;
            if (!await done) return null;
        }

        if (_beside is not null || !_pace.IsDue) return await list(false);
        if (_pace.IsQuick) return await _pace.TimedAsync(() => list(true)) is var found && isTrue(found) ? found : null;
        _beside = IsTrueAsync(list, isTrue);
        return await list(false);
    }

    private async Task<bool> IsTrueAsync(Func<bool, Task<EventChangeList>> list, Func<EventChangeList, bool> isTrue) => isTrue(await _pace.TimedAsync(() => list(true)));
}
