using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Holding;
using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>
/// Keeps one source alive: a reminder brings it back after anything, a timer that interleaves does the runs. Calls only set a wish or
/// wait for the end; all work is in the one tick that runs at a time, so nothing needs a lock.
/// </summary>
internal sealed partial class SourceGrain(
    SourceRunParts parts, IHeldStore store, Chance chance, IHostApplicationLifetime lifetime, ILogger<SourceGrain> logger) : Grain, ISourceGrain, IRemindable
{
    private const string KeepAlive = "keep-alive";

    /// <summary>After a restart the next run of each source is put off by up to so much, and not longer than its interval: they do not all start at once.</summary>
    public static readonly TimeSpan MostSpread = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_reminderPeriod = TimeSpan.FromMinutes(1), s_pauseAfterFailure = TimeSpan.FromSeconds(10);

    private SourceRun? _run;
    private IGrainTimer? _timer;
    private TaskCompletionSource _ended = NewSignal();
    private readonly List<PageRef> _again = [];
    private DateTimeOffset _spreadUntil;
    private bool _working, _wanted;

    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (parts.Settings.Find(Name) is not { } source)
            return;
        _run = new SourceRun(source, await parts.Store.LoadAsync(Name, cancellationToken), parts);
        parts.Metrics.YieldDropped(Name, _run.State.YieldDropped);
        Spread();
        Arm(UntilDue());
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
        _wanted = true;
        if (!_working)
            Arm(TimeSpan.Zero);
        return Task.FromResult(current.State.Run + (_again.Count > 0 ? 2 : 1));
    }

    public Task<long> Replay(ImmutableArray<PageRef> pages)
    {
        var current = Configured();
        _again.AddRange(pages);
        if (!_working)
            Arm(TimeSpan.Zero);
        return Task.FromResult(current.State.Run + 1);
    }

    public async Task<RunProgress> Progress(long run, TimeSpan wait, CancellationToken cancellationToken)
    {
        var (current, end) = (Configured(), _ended.Task);
        if (!HasEnded(current.State, run) && wait > TimeSpan.Zero)
            await Task.WhenAny(end, Task.Delay(wait, parts.Clock, cancellationToken));
        if (end.IsFaulted)
            await end;
        var state = current.State;
        if (state.Run != run)
            return new(HasEnded(state, run), IntakeCounts.None);
        return new(!state.Running, new(state.Sent, state.Skipped, await parts.Store.FailuresAsync(Name, run, cancellationToken)));
    }

    /// <summary>A source that is not configured any more lets its reminder go; a timer that was lost is set again.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_run is null)
        {
            if (await this.GetReminder(KeepAlive) is { } reminder)
                await this.UnregisterReminder(reminder);
            DeactivateOnIdle();
        }
        else if (!_working)
        {
            Arm(UntilDue());
        }
    }

    private async Task Tick(CancellationToken cancellationToken)
    {
        if (_working)
            return;
        _working = true;
        // A program that stops does not wait for a page: runtimes let a tick end before they cancel it.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            if (await store.IsHeldAsync(stop.Token))
            {
                Arm(IHeldStore.Pause);
                return;
            }

            await WorkAsync(_run!, stop.Token);
            Arm(UntilDue());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The activation ends; what was begun is stored and goes on with the next one.
        }
        catch (Exception e)
        {
            Failed(e);
        }
        finally
        {
            _working = false;
        }
    }

    private async Task WorkAsync(SourceRun current, CancellationToken cancellationToken)
    {
        while (_wanted || _again.Count > 0 || current.State.Running || UntilDue() <= TimeSpan.Zero)
        {
            if (current.State.Running)
                LogGoesOn(Name, current.State.Run);
            else
                await BeginAsync(current, cancellationToken);
            while (await current.StepAsync(cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
            var state = current.State;
            if (state is { YieldDropped: true, Replays: false })
                LogYieldDropped(Name, state.Run, state.Offered);
            LogEnded(Name, state.Run, state.Pages, state.Found, state.Sent, state.Skipped, state.Rejected);
            NextSignal().TrySetResult();
        }
    }

    private async Task BeginAsync(SourceRun current, CancellationToken cancellationToken)
    {
        if (_again.Count > 0)
        {
            var pages = _again.ToArray();
            await current.ReplayAsync(pages, cancellationToken);
            _again.RemoveRange(0, pages.Length);
        }
        else
        {
            await current.BeginAsync(cancellationToken);
            (_wanted, _spreadUntil) = (false, default);
        }

        LogBegins(Name, current.State.Run);
    }

    // Whoever waits learns that the store is away; anything else is tried again, because what was begun is stored.
    private void Failed(Exception failure)
    {
        LogFailed(failure, Name, s_pauseAfterFailure);
        _wanted = false;
        if (failure is StoreUnavailableException)
        {
            _again.Clear();
            NextSignal().TrySetException(failure);
        }
        if (failure is Orleans.Storage.InconsistentStateException)
            DeactivateOnIdle();
        else
            Arm(s_pauseAfterFailure);
    }

    // A new timer each time: changing one from its own tick is where runtimes differ.
    private void Arm(TimeSpan due)
    {
        var old = _timer;
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        old?.Dispose();
    }

    private TimeSpan UntilDue()
    {
        if (NextRun() is not { } planned)
            return TimeSpan.Zero;
        var left = (planned > _spreadUntil ? planned : _spreadUntil) - parts.Clock.GetUtcNow();
        // Longer than any plan: the wall clock was set back, and nobody should wait for it to catch up.
        return left <= TimeSpan.Zero || left > parts.Settings.Interval + MostSpread ? TimeSpan.Zero : left;
    }

    // Null: now, because there was none yet, or one is to go on.
    private DateTimeOffset? NextRun() => _run is { State.Running: false } ? _run.Planned() : null;

    private void Spread()
    {
        var now = parts.Clock.GetUtcNow();
        var most = parts.Settings.Interval < MostSpread ? parts.Settings.Interval : MostSpread;
        if (NextRun() is { } planned)
            _spreadUntil = (planned > now ? planned : now) + (most * chance.Draw());
    }

    private SourceRun Configured() => _run ?? throw new ArgumentException($"There is no source '{Name}' in this environment.");

    private static bool HasEnded(SourceState state, long run) => state.Run > run || (state.Run == run && !state.Running);

    // Whoever waits from now on waits for the next end.
    private TaskCompletionSource NextSignal()
    {
        var now = _ended;
        _ended = NewSignal();
        return now;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
