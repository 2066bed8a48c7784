using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>
/// A timer of one activation. A tick goes through the activation like a call, so it waits for the running one unless it
/// may interleave; the next period begins when the tick has ended.
/// </summary>
internal sealed class GrainTimer : IGrainTimer, IGrainTimerInvoker
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private TimeSpan _period;
    private bool _ticking;
    private TimeSpan? _next;
    private bool _disposed;

    private GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _options = options;
        _period = options.Period;
        _timer = activation.Runtime.Clock.CreateTimer(
            static state => ((GrainTimer)state!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsStopped => _stopped.IsCancellationRequested;

    public static GrainTimer Start(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (!ReferenceEquals(RuntimeContext.Current, activation))
        {
            throw new InvalidOperationException("A grain timer is registered from a turn of its grain.");
        }

        Check(options.DueTime, nameof(options));
        Check(options.Period, nameof(options));
        using (ExecutionContext.IsFlowSuppressed() ? default(IDisposable?) : ExecutionContext.SuppressFlow())
        {
            var timer = new GrainTimer(activation, callback, options);
            activation.AddTimer(timer);
            timer.Change(options.DueTime, options.Period);
            return timer;
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Check(dueTime, nameof(dueTime));
            Check(period, nameof(period));
            _period = period;
            // As on Orleans, a change made during a tick takes effect when the tick has ended.
            if (_ticking) _next = dueTime;
            else _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        if (End())
        {
            _activation.RemoveTimer(this);
        }
    }

    /// <summary>Ends the timer together with its activation.</summary>
    public async Task StopAsync()
    {
        End();
        await _timer.DisposeAsync();
    }

    /// <summary>Runs the callback on the activation's turn.</summary>
    public async Task InvokeCallbackAsync()
    {
        if (IsStopped)
        {
            return;
        }

        if (_options.KeepAlive)
        {
            _activation.Touch();
        }

        await _callback(_stopped.Token);
    }

    /// <summary>Called when the tick has ended: starts the next period, unless the callback has set another.</summary>
    public void Next(Exception? failure)
    {
        if (failure is not null)
        {
            _activation.Runtime.TimerFailed(_activation, failure);
        }

        lock (_gate)
        {
            _ticking = false;
            if (!_disposed)
            {
                _timer.Change(_next ?? _period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private bool End()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            _disposed = true;
        }

        _timer.Dispose();
        _ = _stopped.CancelAsync();
        return true;
    }

    private void OnDue()
    {
        lock (_gate)
        {
            if (_disposed || _ticking)
            {
                return;
            }

            _ticking = true;
            _next = null;
        }

        var tick = new TimerTick(this, _options.Interleave, _options.KeepAlive);
        _activation.Enqueue(tick);
        tick.Flow?.Return();
    }

    private static void Check(TimeSpan span, string name)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, span, "A span of a timer is not negative, or infinite.");
        }
    }
}
