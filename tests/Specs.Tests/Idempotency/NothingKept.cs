using Actors.Plumbing.Idempotency;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>The control: a memory that remembers nothing.</summary>
internal sealed class NothingKept : IIdempotency
{
    public Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run) => Task.FromResult(new IdempotencyVerdict(IdempotencyOutcome.Run));

    public Task RenewAsync(string key, Guid run) => Task.CompletedTask;

    public Task CompleteAsync(string key, Guid run, StoredAnswer answer) => Task.CompletedTask;

    public Task AbandonAsync(string key, Guid run) => Task.CompletedTask;
}
