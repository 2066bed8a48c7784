namespace Actors.Plumbing.Idempotency;

/// <summary>Remembers what was answered to which key.</summary>
internal interface IIdempotency
{
    Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run);

    Task RenewAsync(string key, Guid run);

    Task CompleteAsync(string key, Guid run, StoredAnswer answer);

    Task AbandonAsync(string key, Guid run);
}
