namespace Actors.Web.Idempotency;

/// <summary>
/// What is under way lives in memory, so a crash frees the key; what was answered is a row. Whoever asks again soon is answered from memory,
/// and soon after that the grain leaves it.
/// </summary>
internal sealed class IdempotencyGrain(IdempotencyRows rows, TimeProvider timeProvider) : Grain, IIdempotencyGrain
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>In a cluster a silo may die with a request whose key another silo keeps: a key that is not renewed for this long is free.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>How often a request that takes long says that it goes on.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    /// <summary>A key that nobody uses for this long leaves memory.</summary>
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
        this.RegisterGrainTimer(LeaveWhenIdle, IdleTime, IdleTime);
    }

    public Task<IdempotencyVerdict> Begin(string fingerprint, Guid run)
    {
        _used = timeProvider.GetTimestamp();
        if (_running?.Id == run)
            return Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run)); // the same call again
        var verdict = Judge(fingerprint);
        if (verdict.Outcome == IdempotencyOutcome.Run)
            _running = new Run(run, fingerprint, timeProvider.GetTimestamp());
        return Task.FromResult(verdict);
    }

    public Task<IdempotencyVerdict> Peek(string fingerprint)
    {
        _used = timeProvider.GetTimestamp();
        return Task.FromResult(Judge(fingerprint));
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
            return false; // its time was up and the key went to another request
        _running = null;
        await KeepAsync(IdempotencyRow.Of(this.GetPrimaryKeyString(), fingerprint, answer, timeProvider.GetUtcNow() + KeptFor));
        return true;
    }

    public Task Abandon(Guid run)
    {
        _used = timeProvider.GetTimestamp();
        if (_running?.Id == run)
            _running = null;
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

        _answered = row;
    }

    private IdempotencyVerdict Judge(string fingerprint)
    {
        if (IsAnswered)
            return _answered!.Fingerprint == fingerprint ? new(IdempotencyOutcome.Replay, _answered.ToAnswer()) : new(IdempotencyOutcome.Mismatch);
        if (IsRunning)
            return new(_running!.Fingerprint == fingerprint ? IdempotencyOutcome.InFlight : IdempotencyOutcome.Mismatch);
        return new(IdempotencyOutcome.Run);
    }

    private Task LeaveWhenIdle()
    {
        if (!IsRunning && timeProvider.GetElapsedTime(_used) >= IdleTime)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private sealed record Run(Guid Id, string Fingerprint, long Since);
}
