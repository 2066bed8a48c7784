namespace Actors.Web.Idempotency;

/// <summary>Remembers what was answered to which key.</summary>
internal interface IIdempotency
{
    Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run);

    /// <summary>As Begin says it, but the key stays free when it is.</summary>
    Task<IdempotencyVerdict> PeekAsync(string key, string fingerprint);

    Task RenewAsync(string key, Guid run);

    /// <summary>False when the key belongs to another request by now, so that the answer is not kept.</summary>
    Task<bool> CompleteAsync(string key, Guid run, string fingerprint, StoredAnswer answer);

    Task AbandonAsync(string key, Guid run);
}
