namespace Actors.Web.Idempotency;

/// <summary>
/// What is under way lives in memory, so a crash frees the key; what was answered is a row. Whoever asks again soon is answered from memory,
/// and soon after that the grain leaves it.
/// </summary>
internal sealed class IdempotencyGrain(IdempotencyRows rows, TimeProvider clock) : Grain, IIdempotencyGrain
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>In a cluster a silo may die with a request whose key another silo keeps: a key that is not renewed for this long is free.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>How often a request that takes long says that it goes on.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    /// <summary>A key that nobody uses for this long leaves memory.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private IdempotencyRow? answered;
    private Run? running;
    private long used;

    private bool IsAnswered => answered is { } known && known.ExpiresAt > clock.GetUtcNow();

    private bool IsRunning => running is { } run && clock.GetElapsedTime(run.Since) < Lease;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        answered = await rows.ReadAsync(this.GetPrimaryKeyString(), cancellationToken);
        used = clock.GetTimestamp();
        this.RegisterGrainTimer(LeaveWhenIdle, IdleTime, IdleTime);
    }

    public Task<IdempotencyVerdict> Begin(string fingerprint, Guid run)
    {
        used = clock.GetTimestamp();
        if (running?.Id == run)
            return Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run)); // the same call again
        var verdict = Judge(fingerprint);
        if (verdict.Outcome == IdempotencyOutcome.Run)
            running = new Run(run, fingerprint, clock.GetTimestamp());
        return Task.FromResult(verdict);
    }

    public Task<IdempotencyVerdict> Peek(string fingerprint)
    {
        used = clock.GetTimestamp();
        return Task.FromResult(Judge(fingerprint));
    }

    public Task Renew(Guid run)
    {
        if (running?.Id == run)
            running = running with { Since = clock.GetTimestamp() };
        return Task.CompletedTask;
    }

    public async Task<bool> Complete(Guid run, string fingerprint, StoredAnswer answer)
    {
        used = clock.GetTimestamp();
        if (IsAnswered || (IsRunning && running!.Id != run))
            return false; // its time was up and the key went to another request
        running = null;
        await KeepAsync(IdempotencyRow.Of(this.GetPrimaryKeyString(), fingerprint, answer, clock.GetUtcNow() + KeptFor));
        return true;
    }

    public Task Abandon(Guid run)
    {
        used = clock.GetTimestamp();
        if (running?.Id == run)
            running = null;
        return Task.CompletedTask;
    }

    private async Task KeepAsync(IdempotencyRow row)
    {
        try
        {
            await rows.WriteAsync(row);
        }
        catch
        {
            // It may be stored or not: the next call reads what is there.
            DeactivateOnIdle();
            throw;
        }

        answered = row;
    }

    private IdempotencyVerdict Judge(string fingerprint)
    {
        if (IsAnswered)
            return answered!.Fingerprint == fingerprint ? new(IdempotencyOutcome.Replay, answered.ToAnswer()) : new(IdempotencyOutcome.Mismatch);
        if (IsRunning)
            return new(running!.Fingerprint == fingerprint ? IdempotencyOutcome.InFlight : IdempotencyOutcome.Mismatch);
        return new(IdempotencyOutcome.Run);
    }

    private Task LeaveWhenIdle()
    {
        if (!IsRunning && clock.GetElapsedTime(used) >= IdleTime)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private sealed record Run(Guid Id, string Fingerprint, long Since);
}
