using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Holding;
using Actors.Grains.Jobs;
using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>
/// Scrapes one source. A reminder reactivates the grain after a crash, and a background job does the runs. Calls only request a run or wait for its
/// end.
/// </summary>
internal sealed partial class SourceGrain(
    SourceRunParts parts, IHeldStore store, RandomSource random, IHostApplicationLifetime lifetime, ILogger<SourceGrain> logger)
    : JobGrain(store, lifetime), ISourceGrain, IRemindable
{
    private const string KeepAlive = "keep-alive";

    /// <summary>
    /// Maximum random delay of the first run after a restart, so that sources do not all start at once. Never longer than the interval.
    /// </summary>
    public static readonly TimeSpan MaxStartDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_reminderPeriod = TimeSpan.FromMinutes(1);

    private readonly JobSignal _ended = new();
    private readonly List<PageRef> _replays = [];
    private SourceRun? _run;
    private DateTimeOffset _delayedUntil;
    private bool _startRequested;

    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (parts.Settings.Find(Name) is not { } source)
            return;
        _run = new SourceRun(source, await parts.Store.LoadAsync(Name, cancellationToken), parts);
        parts.Metrics.YieldDropped(Name, _run.State.YieldDropped);
        DelayStart();
        RunAfter(UntilDue());
    }

    public async Task Wake()
    {
        if (_run is not null)
            await this.RegisterOrUpdateReminder(KeepAlive, s_reminderPeriod, s_reminderPeriod);
    }

    public Task<long> Start()
    {
        var current = Configured();
        if (current.State.Running)
            return Task.FromResult(current.State.Run);
        _startRequested = true;
        RunAfter(TimeSpan.Zero);
        return Task.FromResult(current.State.Run + (_replays.Count > 0 ? 2 : 1));
    }

    public Task<long> Replay(ImmutableArray<PageRef> pages)
    {
        var current = Configured();
        _replays.AddRange(pages);
        RunAfter(TimeSpan.Zero);
        return Task.FromResult(current.State.Run + 1);
    }

    public async Task<RunProgress> Progress(long run, TimeSpan wait, CancellationToken cancellationToken)
    {
        var current = Configured();
        if (!HasEnded(current.State, run) && wait > TimeSpan.Zero)
            await _ended.WaitAsync(wait, parts.Clock, cancellationToken);
        var state = current.State;
        if (state.Run != run)
            return new(HasEnded(state, run), IntakeCounts.None);
        return new(!state.Running, new(state.Sent, state.Skipped, await parts.Store.FailuresAsync(Name, run, cancellationToken)));
    }

    /// <summary>Unregisters the reminder of a source that is no longer configured; otherwise restarts a lost timer.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_run is null)
        {
            if (await this.GetReminder(KeepAlive) is { } reminder)
                await this.UnregisterReminder(reminder);
            DeactivateOnIdle();
        }
        else
        {
            RunAfter(UntilDue());
        }
    }

    protected override async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        var current = Configured();
        while (_startRequested || _replays.Count > 0 || current.State.Running || UntilDue() <= TimeSpan.Zero)
        {
            if (current.State.Running)
                LogResumed(Name, current.State.Run);
            else
                await BeginAsync(current, cancellationToken);
            while (await current.StepAsync(cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
            var state = current.State;
            if (state is { YieldDropped: true, Replays: false })
                LogYieldDropped(Name, state.Run, state.Offered);
            LogEnded(Name, state.Run, state.Pages, state.Found, state.Sent, state.Skipped, state.Rejected);
            _ended.Raise();
        }

        return UntilDue();
    }

    private async Task BeginAsync(SourceRun current, CancellationToken cancellationToken)
    {
        if (_replays.Count > 0)
        {
            var pages = _replays.ToArray();
            await current.ReplayAsync(pages, cancellationToken);
            _replays.RemoveRange(0, pages.Length);
        }
        else
        {
            await current.BeginAsync(cancellationToken);
            (_startRequested, _delayedUntil) = (false, default);
        }

        LogStarted(Name, current.State.Run);
    }

    // Waiting callers are told about an outage. After any other failure the run continues, because its state is stored.
    protected override void OnFailed(Exception failure)
    {
        LogFailed(failure, Name, PauseAfterFailure);
        _startRequested = false;
        if (failure is not StoreUnavailableException) return;
        _replays.Clear();
        _ended.Raise(failure);
    }

    private TimeSpan UntilDue()
    {
        if (NextRun() is not { } planned)
            return TimeSpan.Zero;
        var left = (planned > _delayedUntil ? planned : _delayedUntil) - parts.Clock.GetUtcNow();
        // A longer time means that the wall clock was set back; the source must not wait for it to catch up.
        return left <= TimeSpan.Zero || left > parts.Settings.Interval + MaxStartDelay ? TimeSpan.Zero : left;
    }

    // Null means now: there was no run yet, or one must be resumed.
    private DateTimeOffset? NextRun() => _run is { State.Running: false } ? _run.Planned() : null;

    private void DelayStart()
    {
        var now = parts.Clock.GetUtcNow();
        var max = parts.Settings.Interval < MaxStartDelay ? parts.Settings.Interval : MaxStartDelay;
        if (NextRun() is { } planned)
            _delayedUntil = (planned > now ? planned : now) + (max * random.Next());
    }

    private SourceRun Configured() => _run ?? throw new ArgumentException($"There is no source '{Name}' in this environment.");

    private static bool HasEnded(SourceState state, long run) => state.Run > run || (state.Run == run && !state.Running);
}
