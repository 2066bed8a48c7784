using Actors.Core.Holding;
using Actors.Grains.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Sync;

/// <summary>
/// Runs the synchronisation, one run at a time, and deletes outdated events. A reminder reactivates the grain every hour. Calls only request a run or
/// wait for a step.
/// </summary>
internal sealed partial class ProviderSyncGrain(
    [PersistentState("provider-sync")] IPersistentState<ProviderSyncState> stored,
    ProviderSettings settings, IEventsProvider client, ProviderEventRows rows, ProviderMetrics metrics, IHeldStore store,
    IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<ProviderSyncGrain> logger)
    : JobGrain(store, lifetime), IProviderSyncGrain, IRemindable
{
    private const string Reminder = "provider-sync";
    private const int PageSize = 256;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly JobSignal _signal = new();
    private SyncRun? _run;
    private Task _lastWrite = Task.CompletedTask;
    private DateOnly? _requested;
    private bool _sweeping;

    private ProviderSyncState State => stored.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider is { } provider)
            _run = new SyncRun(provider, settings.Zone, client, GrainFactory, metrics, timeProvider);
        _requested = State.Wanted;
        return Task.CompletedTask;
    }

    public async Task Wake()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, s_hour, s_hour);
        _sweeping = true;
        if (IsDue(s_hour)) Request(SyncDay.Due(State.LastComplete, timeProvider.GetUtcNow(), settings.Zone));
        RunAfter(TimeSpan.Zero);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _sweeping = true;
        // Half an hour: a manual run shortly before must not delay every hourly run by an hour.
        if (IsDue(s_hour / 2)) Request(SyncDay.Due(State.LastComplete, timeProvider.GetUtcNow(), settings.Zone));
        RunAfter(TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public async Task<long> Start(DateOnly since)
    {
        if (_run is null) throw new InvalidOperationException("No events provider is configured.");
        var number = 0L;
        await InOrderAsync(async () =>
        {
            var joins = State.Running && State.Since <= since;
            if (!joins) Request(since);
            number = joins ? State.Run : State.Run + 1;
            if (!joins) await WriteAsync(State);
        });
        // The caller waits for this run, so the pause after a failure is skipped.
        RunAfter(TimeSpan.Zero);
        return number;
    }

    public async Task<SyncProgress> Progress(long run, long step, TimeSpan wait, CancellationToken cancellationToken)
    {
        // An earlier activation may have handled the call that started the run.
        if (!IsScheduled && !HasEnded(run)) RunAfter(TimeSpan.Zero);
        if (step == _signal.Step && !HasEnded(run)) await _signal.WaitAsync(wait, timeProvider, cancellationToken);
        return new(HasEnded(run), _signal.Step, State);
    }

    protected override void OnFailed(Exception failure)
    {
        LogStepFailed(failure, PauseAfterFailure);
        _signal.Raise();
    }

    protected override async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        if (_sweeping) await SweepAsync(cancellationToken);
        if (_run is not null && State.Running) LogResumed(State.Run, State.Pages);
        while (_run is not null && (State.Running || _requested is not null))
        {
            if (!State.Running) await BeginAsync(_run);
            var (next, pause) = await _run.StepAsync(State, cancellationToken);
            await SaveAsync(next);
            if (next.Tries > 0) LogTryFailed(next.Run, next.Failure, next.Tries);
            if (!next.Running) LogEnded(next.Run, next.Pages, next.Created, next.Updated, next.Skipped, next.Failure);
            if (pause > TimeSpan.Zero) return pause;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return null;
    }

    private async Task BeginAsync(SyncRun current)
    {
        await InOrderAsync(async () =>
        {
            var since = _requested!.Value;
            _requested = null;
            try
            {
                await WriteAsync(current.Begin(State, since));
            }
            catch
            {
                Request(since);
                throw;
            }
        });
        LogStarted(State.Run, State.Since);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = ProviderEvent.OutdatedBefore(timeProvider.GetUtcNow());
        var deleted = 0;
        while (await rows.ExpiredAsync(before, PageSize, cancellationToken) is { IsEmpty: false } outdated)
        {
            var expired = await Task.WhenAll(outdated.Select(id => GrainFactory.GetGrain<IProviderEventGrain>(id).Expire(before)));
            deleted += expired.Count(g => g);
            if (!expired.Any(g => g)) break;
        }

        _sweeping = false;
        if (deleted > 0) LogSwept(deleted);
    }

    private Task SaveAsync(ProviderSyncState next) => InOrderAsync(() => WriteAsync(next));

    // One write at a time: a request may arrive while a step is stored.
    private Task InOrderAsync(Func<Task> write) => _lastWrite = AfterAsync(_lastWrite, write);

    private static async Task AfterAsync(Task last, Func<Task> write)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await write();
    }

    private async Task WriteAsync(ProviderSyncState next)
    {
        var last = stored.State;
        stored.State = next with { Wanted = _requested };
        try
        {
            await stored.WriteStateAsync();
        }
        catch (Exception e)
        {
            stored.State = last;
            if (e is Orleans.Storage.InconsistentStateException) DeactivateOnIdle();
            throw;
        }

        _signal.Raise();
    }

    private void Request(DateOnly since) => _requested = _run is null ? null : _requested < since ? _requested : since;

    // A run with gaps does not count. A last run in the future means that the clock was set back: then a run is due.
    private bool IsDue(TimeSpan after) =>
        !State.Running && !((State.Failed ? State.StartedAt : State.LastComplete) is { } last && timeProvider.GetUtcNow() - last is { Ticks: >= 0 } age && age < after);

    private bool HasEnded(long number) => State.Run > number || (State.Run == number && !State.Running);
}
