using Actors.Catalog.Ports;

namespace Actors.Catalog.Http.Views;

/// <summary>
/// How often all rows are added up. While that is quick, at every look. Otherwise it runs beside the looks, so that nobody waits for it, and takes
/// at most a fiftieth of the time.
/// </summary>
internal sealed class TallyPace(TimeProvider time)
{
    /// <summary>Nobody waits longer than this for a sum.</summary>
    private static readonly TimeSpan s_quick = TimeSpan.FromMilliseconds(20);

    /// <summary>A sum that took one second is followed by the next after this many.</summary>
    private const int Rest = 50;

    private TimeSpan _took;
    private long _done;
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

        if (_beside is not null || time.GetElapsedTime(_done) < _took * Rest) return await list(false);
        if (_took <= s_quick) return await TimedAsync(list) is var found && isTrue(found) ? found : null;
        _beside = IsTrueAsync(list, isTrue);
        return await list(false);
    }

    private async Task<bool> IsTrueAsync(Func<bool, Task<EventChangeList>> list, Func<EventChangeList, bool> isTrue) => isTrue(await TimedAsync(list));

    private async Task<EventChangeList> TimedAsync(Func<bool, Task<EventChangeList>> list)
    {
        var started = time.GetTimestamp();
        var found = await list(true);
        (_done, _took) = (time.GetTimestamp(), time.GetElapsedTime(started));
        return found;
    }
}
