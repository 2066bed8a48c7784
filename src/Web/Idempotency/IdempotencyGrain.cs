namespace Actors.Web.Idempotency;

/// <summary>
/// A request in progress is only in memory, so a crash frees its key. A response is stored as a row and stays in memory for a short time for retries.
/// </summary>
internal sealed class IdempotencyGrain(IdempotencyRows rows, TimeProvider timeProvider) : Grain, IIdempotencyGrain
{
    /// <summary>How long a response is stored.</summary>
    public static readonly TimeSpan StoredFor = TimeSpan.FromHours(24);

    /// <summary>The lease of a key. Without renewal it expires, because the silo that executes the request may have crashed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>The renewal interval of long requests.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    /// <summary>An idle activation is deactivated after this time.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private IdempotencyRow? _answered;
    private Run? _running;
    private long _used;

    private bool IsAnswered => _answered is { } known && known.ExpiresAt > timeProvider.GetUtcNow();

    private bool IsRunning => _running is { } run && timeProvider.GetElapsedTime(run.Since) < Lease;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _answered = await rows.ReadAsync(this.GetPrimaryKeyString(), cancellationToken);
        _used = timeProvider.GetTimestamp();
        this.RegisterGrainTimer(DeactivateWhenIdle, IdleTime, IdleTime);
    }

    public Task<IdempotencyVerdict> Begin(string fingerprint, Guid run)
    {
        _used = timeProvider.GetTimestamp();
        if (_running?.Id == run)
            return Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run)); // a retry of this call
        var verdict = Check(fingerprint);
        if (verdict.Outcome == IdempotencyOutcome.Run)
            _running = new Run(run, fingerprint, timeProvider.GetTimestamp());
        return Task.FromResult(verdict);
    }

    public Task<IdempotencyVerdict> Peek(string fingerprint)
    {
        _used = timeProvider.GetTimestamp();
        return Task.FromResult(Check(fingerprint));
    }

    public Task Renew(Guid run)
    {
        if (_running?.Id == run)
            _running = _running with { Since = timeProvider.GetTimestamp() };
        return Task.CompletedTask;
    }

    public async Task<bool> Complete(Guid run, string fingerprint, StoredAnswer answer)
    {
        _used = timeProvider.GetTimestamp();
        if (IsAnswered || (IsRunning && _running!.Id != run))
            return false; // the lease expired and another request took the key
        _running = null;
        await SaveAsync(IdempotencyRow.Of(this.GetPrimaryKeyString(), fingerprint, answer, timeProvider.GetUtcNow() + StoredFor));
        return true;
    }

    public Task Abandon(Guid run)
    {
        _used = timeProvider.GetTimestamp();
        if (_running?.Id == run)
            _running = null;
        return Task.CompletedTask;
    }

    private async Task SaveAsync(IdempotencyRow row)
    {
        try
        {
            await rows.WriteAsync(row);
        }
        catch
        {
            // The row may or may not be stored: the next call reads it.
            DeactivateOnIdle();
            throw;
        }

        _answered = row;
    }

    private IdempotencyVerdict Check(string fingerprint)
    {
        if (IsAnswered)
            return _answered!.Fingerprint == fingerprint ? new(IdempotencyOutcome.Replay, _answered.ToAnswer()) : new(IdempotencyOutcome.Mismatch);
        if (IsRunning)
            return new(_running!.Fingerprint == fingerprint ? IdempotencyOutcome.InFlight : IdempotencyOutcome.Mismatch);
        return new(IdempotencyOutcome.Run);
    }

    private Task DeactivateWhenIdle()
    {
        if (!IsRunning && timeProvider.GetElapsedTime(_used) >= IdleTime)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private sealed record Run(Guid Id, string Fingerprint, long Since);
}
