using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// What all rows are like, for all lists together. Time stamps tell of most changes; one that another process commits late, or with a clock that is
/// behind, shows in nothing but the sum of all rows, which is therefore looked at again and again.
/// </summary>
internal sealed class RowsMark(IEventRows rows, TimeProvider timeProvider)
{
    private readonly SumPace _pace = new(timeProvider);
    private readonly Lock _gate = new();
    private EventMark _last;
    private long _lastStarted = long.MinValue;
    private Task? _asking;

    /// <summary>The rows as they are after this was called.</summary>
    public async Task<EventMark> NowAsync()
    {
        var started = timeProvider.GetTimestamp();
        var mark = await _pace.TimedAsync(() => rows.MarkAsync());
        lock (_gate)
        {
            if (started >= _lastStarted) (_last, _lastStarted) = (mark, started);
        }

        return mark;
    }

    /// <summary>Whether rows that were like this still are, as far as anybody here knows.</summary>
    /// <remarks>Throws what the store throws. Nobody waits for a sum that takes long: what it tells is known at a later look.</remarks>
    public async ValueTask<bool> IsStillAsync(EventMark mark)
    {
        var asking = Asking();
        if (asking is not null && (asking.IsCompleted || _pace.IsQuick)) await asking;
        lock (_gate) return _lastStarted == long.MinValue || _last == mark;
    }

    private Task? Asking()
    {
        lock (_gate)
        {
            if (_asking is { IsCompletedSuccessfully: true }) _asking = null;
            if (_asking is null && _pace.IsDue) _asking = Task.Run(NowAsync);
            var asking = _asking;
            // One that failed is told once.
            if (asking is { IsCompleted: true }) _asking = null;
            return asking;
        }
    }
}
