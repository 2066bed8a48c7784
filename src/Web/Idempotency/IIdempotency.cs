namespace Actors.Web.Idempotency;

/// <summary>Stores the responses of idempotency keys.</summary>
internal interface IIdempotency
{
    Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run);

    /// <summary>Like Begin, but does not reserve a free key.</summary>
    Task<IdempotencyVerdict> PeekAsync(string key, string fingerprint);

    Task RenewAsync(string key, Guid run);

    /// <summary>False if another request has taken the key, so that the response is not stored.</summary>
    Task<bool> CompleteAsync(string key, Guid run, string fingerprint, StoredAnswer answer);

    Task AbandonAsync(string key, Guid run);
}
