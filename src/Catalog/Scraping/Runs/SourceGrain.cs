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
/// Scrapes one source: a reminder brings the grain back after a crash, and background work does the runs. Calls only store what is
/// wanted or wait for the end of a run.
/// </summary>
internal sealed partial class SourceGrain(
    SourceRunParts parts, IHeldStore store, Chance chance, IHostApplicationLifetime lifetime, ILogger<SourceGrain> logger)
    : JobGrain(store, lifetime), ISourceGrain, IRemindable
{
    private const string KeepAlive = "keep-alive";

    /// <summary>After a restart the next run of each source is put off by up to so much, and not longer than its interval: they do not all start at once.</summary>
    public static readonly TimeSpan MostSpread = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_reminderPeriod = TimeSpan.FromMinutes(1);

    private readonly JobSignal _ended = new();
    private readonly List<PageRef> _again = [];
    private SourceRun? _run;
    private DateTimeOffset _spreadUntil;
    private bool _wanted;

    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (parts.Settings.Find(Name) is not { } source)
            return;
        _run = new SourceRun(source, await parts.Store.LoadAsync(Name, cancellationToken), parts);
        parts.Metrics.YieldDropped(Name, _run.State.YieldDropped);
        Spread();
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
        _wanted = true;
        RunAfter(TimeSpan.Zero);
        return Task.FromResult(current.State.Run + (_again.Count > 0 ? 2 : 1));
    }

    public Task<long> Replay(ImmutableArray<PageRef> pages)
    {
        var current = Configured();
        _again.AddRange(pages);
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

    /// <summary>A source that is not configured any more lets its reminder go; a timer that was lost is set again.</summary>
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
            _ended.Raise();
        }

        return UntilDue();
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

    // The calls that wait learn that the store is away; after any other failure the run goes on, because what was begun is stored.
    protected override void OnFailed(Exception failure)
    {
        LogFailed(failure, Name, PauseAfterFailure);
        _wanted = false;
        if (failure is not StoreUnavailableException) return;
        _again.Clear();
        _ended.Raise(failure);
    }

    private TimeSpan UntilDue()
    {
        if (NextRun() is not { } planned)
            return TimeSpan.Zero;
        var left = (planned > _spreadUntil ? planned : _spreadUntil) - parts.Clock.GetUtcNow();
        // Longer than any plan: the wall clock was set back, and the source must not wait until it has caught up.
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
}
