using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

/// <summary>A grain with a timer.</summary>
[Alias("runtime.ITickGrain")]
internal interface ITickGrain : IGrainWithStringKey
{
    /// <summary>Ticks after a moment, then every few milliseconds; each tick writes <c>tick n</c>.</summary>
    Task Start(bool interleave, bool keepAlive);

    Task StartOnce();

    Task StartFailing();

    Task StartAndStopInTick();

    /// <summary>Ticks once, and in the tick asks for one more that becomes due before the tick has ended.</summary>
    Task StartAndChangeInTick();

    Task<int> Ticks();

    /// <summary>Works without giving its turn up to anything that may not interleave.</summary>
    Task Work(string gate);

    Task WorkAndLeave(string gate);

    Task StartTwice();

    Task<string> StartOutside();

    Task<string> StartNegative();

    Task Leave();

    Task<bool> TickSawRequestContext();
}

internal sealed class TickGrain(Journal journal) : Grain, ITickGrain
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private int _ticks;
    private int _inTick;
    private bool _overlapped;
    private object? _seen;
    private IGrainTimer? _timer;

    public Task Start(bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(Soon, Soon) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task StartOnce()
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(Soon, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task StartFailing()
    {
        _timer = this.RegisterGrainTimer(
            async _ =>
            {
                await Tick(default);
                throw new InvalidOperationException("tick failed");
            },
            new GrainTimerCreationOptions(Soon, Soon));
        return Task.CompletedTask;
    }

    public Task StartAndStopInTick()
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                _timer!.Dispose();
                return Tick(default);
            },
            Soon,
            Soon);
        return Task.CompletedTask;
    }

    public Task StartAndChangeInTick()
    {
        _timer = this.RegisterGrainTimer(
            async cancellation =>
            {
                if (_ticks == 0) _timer!.Change(Soon, Timeout.InfiniteTimeSpan);
                await Task.Delay(10 * Soon, TimeProvider.System, cancellation);
                await Tick(cancellation);
            },
            new GrainTimerCreationOptions(Soon, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(_overlapped ? -1 : _ticks);

    public async Task Work(string gate)
    {
        journal.Write("work:begin");
        await journal.Opened(gate);
        journal.Write("work:end");
    }

    public Task WorkAndLeave(string gate)
    {
        DeactivateOnIdle();
        return Work(gate);
    }

    public Task StartTwice()
    {
        this.RegisterGrainTimer(static (count, _) => Task.FromResult(count), 1, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan).Dispose();
        _timer = this.RegisterGrainTimer(Tick, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        _timer.Change(Soon, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task<string> StartOutside() => Task.Run(() => Refused(() => this.RegisterGrainTimer(Tick, Soon, Soon)));

    public Task<string> StartNegative() => Task.FromResult(Refused(() => this.RegisterGrainTimer(Tick, TimeSpan.FromSeconds(-1), Soon)));

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<bool> TickSawRequestContext() => Task.FromResult(_seen is not null);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal.Write("activated");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Write($"{reason.ReasonCode} after {(_ticks > 0 ? "ticks" : "nothing")}");
        return Task.CompletedTask;
    }

    private static string Refused(Action action)
    {
        try
        {
            action();
            return "not refused";
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentOutOfRangeException)
        {
            return exception.GetType().Name;
        }
    }

    private async Task Tick(CancellationToken cancellation)
    {
        _overlapped |= Interlocked.Increment(ref _inTick) > 1;
        _seen ??= RequestContext.Get("why");
        await Task.Yield();
        Interlocked.Decrement(ref _inTick);
        journal.Write($"tick {++_ticks}");
    }
}
