using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Sync;

/// <summary>
/// Runs the synchronisation, one run at a time, and deletes outdated events. A reminder brings it back every hour; calls only store a wish or
/// wait; all work is in the one tick that runs at a time.
/// </summary>
internal sealed partial class ProviderSyncGrain(
    [PersistentState("provider-sync")] IPersistentState<ProviderSyncState> stored,
    ProviderSettings settings, IEventsProvider client, IProviderEventRows rows, ProviderMetrics metrics,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ProviderSyncGrain> logger) : Grain, IProviderSyncGrain, IRemindable
{
    private const string Reminder = "provider-sync";
    private const int PageSize = 256;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly SyncSignal signal = new();
    private SyncRun? run;
    private Task lastWrite = Task.CompletedTask;
    private IGrainTimer? timer;
    private DateOnly? wanted;
    private bool working, sweeping;

    private ProviderSyncState State => stored.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider is { } provider)
            run = new SyncRun(provider, settings.Zone, client, GrainFactory, metrics, clock);
        wanted = State.Wanted;
        return Task.CompletedTask;
    }

    public async Task Wake()
    {
        if (await this.GetReminder(Reminder) is null) await this.RegisterOrUpdateReminder(Reminder, Hour, Hour);
        sweeping = true;
        if (IsDue(Hour)) Want(SyncDay.Due(State.LastComplete, clock.GetUtcNow(), settings.Zone));
        WorkSoon();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        sweeping = true;
        // Half: a run by hand a minute ago must not make every hourly one late by an hour.
        if (IsDue(Hour / 2)) Want(SyncDay.Due(State.LastComplete, clock.GetUtcNow(), settings.Zone));
        WorkSoon();
        return Task.CompletedTask;
    }

    public async Task<long> Start(DateOnly since)
    {
        if (run is null) throw new InvalidOperationException("No events provider is configured.");
        var number = 0L;
        await AloneAsync(async () =>
        {
            var joins = State.Running && State.Since <= since;
            if (!joins) Want(since);
            number = joins ? State.Run : State.Run + 1;
            if (!joins) await WriteAsync(State);
        });
        // A run that rests after a failure does not make people wait.
        WorkSoon();
        return number;
    }

    public async Task<SyncProgress> Progress(long run, long step, TimeSpan wait, CancellationToken ct)
    {
        // Whoever wished for the run may have asked an activation that is gone.
        if (timer is null && !HasEnded(run)) WorkSoon();
        if (step == signal.Step && !HasEnded(run)) await signal.WaitAsync(wait, clock, ct);
        return new(HasEnded(run), signal.Step, State);
    }

    private async Task Tick(CancellationToken cancellation)
    {
        if (working) return;
        working = true;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            if (await WorkAsync(stop.Token) is { Ticks: > 0 } pause) Arm(pause);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was begun is stored and goes on with the next activation.
        }
        catch (Exception e)
        {
            LogStepFailed(e, PauseAfterFailure);
            signal.Raise();
            if (e is not Orleans.Storage.InconsistentStateException) Arm(PauseAfterFailure);
        }
        finally
        {
            working = false;
        }
    }

    /// <returns>How long to rest before the page is tried again; zero when all is done.</returns>
    private async Task<TimeSpan> WorkAsync(CancellationToken ct)
    {
        if (sweeping) await SweepAsync(ct);
        if (run is not null && State.Running) LogGoesOn(State.Run, State.Pages);
        while (run is not null && (State.Running || wanted is not null))
        {
            if (!State.Running) await BeginAsync(run);
            var (next, pause) = await run.StepAsync(State, ct);
            await KeepAsync(next);
            if (next.Tries > 0) LogTryFailed(next.Run, next.Failure, next.Tries);
            if (!next.Running) LogEnded(next.Run, next.Pages, next.Created, next.Updated, next.Skipped, next.Failure);
            if (pause > TimeSpan.Zero) return pause;
            ct.ThrowIfCancellationRequested();
        }

        return TimeSpan.Zero;
    }

    private async Task BeginAsync(SyncRun current)
    {
        await AloneAsync(async () =>
        {
            var since = wanted!.Value;
            wanted = null;
            try
            {
                await WriteAsync(current.Begin(State, since));
            }
            catch
            {
                Want(since);
                throw;
            }
        });
        LogBegins(State.Run, State.Since);
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        var before = ProviderEvent.Before(clock.GetUtcNow());
        var deleted = 0;
        while (await rows.BegunAsync(before, PageSize, ct) is { IsEmpty: false } outdated)
        {
            var gone = await Task.WhenAll(outdated.Select(id => GrainFactory.GetGrain<IProviderEventGrain>(id).Expire(before)));
            deleted += gone.Count(g => g);
            if (!gone.Any(g => g)) break;
        }

        sweeping = false;
        if (deleted > 0) LogSwept(deleted);
    }

    private Task KeepAsync(ProviderSyncState next) => AloneAsync(() => WriteAsync(next));

    // One write at a time: a wish can come while the tick stores a step.
    private Task AloneAsync(Func<Task> write) => lastWrite = AfterAsync(lastWrite, write);

    private static async Task AfterAsync(Task last, Func<Task> write)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await write();
    }

    private async Task WriteAsync(ProviderSyncState next)
    {
        var last = stored.State;
        stored.State = next with { Wanted = wanted };
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

        signal.Raise();
    }

    private void Want(DateOnly since) => wanted = run is null ? null : wanted < since ? wanted : since;

    // A run that left something out does not count. A last run in the future means that the clock was set back: then it is due as well.
    private bool IsDue(TimeSpan after) =>
        !State.Running && !((State.Failed ? State.StartedAt : State.LastComplete) is { } last && clock.GetUtcNow() - last is { Ticks: >= 0 } gone && gone < after);

    private void WorkSoon()
    {
        if (!working) Arm(TimeSpan.Zero);
    }

    // A new timer each time: changing one from its own tick is where runtimes differ.
    private void Arm(TimeSpan due)
    {
        var old = timer;
        timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });
        old?.Dispose();
    }

    private bool HasEnded(long number) => State.Run > number || (State.Run == number && !State.Running);
}
