using Actors.Web.Idempotency;

namespace Actors.Web.Tests.Idempotency;

/// <summary>A store that stores nothing, for negative controls.</summary>
internal sealed class NothingKept : IIdempotency
{
    public Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run) => Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run));

    public Task<IdempotencyVerdict> PeekAsync(string key, string fingerprint) => Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run));

    public Task RenewAsync(string key, Guid run) => Task.CompletedTask;

    public Task<bool> CompleteAsync(string key, Guid run, string fingerprint, StoredAnswer answer) => Task.FromResult(true);

    public Task AbandonAsync(string key, Guid run) => Task.CompletedTask;
}
