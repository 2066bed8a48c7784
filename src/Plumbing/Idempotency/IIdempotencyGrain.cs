namespace Actors.Plumbing.Idempotency;

/// <summary>One idempotency key of one caller for one route. Key: the hash that <see cref="IdempotencyScope"/> makes.</summary>
[Alias("plumbing.IIdempotencyGrain")]
internal interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>A request with this key has come in.</summary>
    /// <param name="fingerprint">The hash of what it asks.</param>
    /// <param name="run">Its own id, for the calls below.</param>
    [Alias("Begin")]
    Task<IdempotencyVerdict> Begin(string fingerprint, Guid run);

    /// <summary>The request is still being carried out.</summary>
    [Alias("Renew")]
    Task Renew(Guid run);

    /// <summary>The request was carried out. The answer is durable when this returns.</summary>
    /// <exception cref="Storage.StoreUnavailableException">It could not be kept; the key is free.</exception>
    [Alias("Complete")]
    Task Complete(Guid run, StoredAnswer answer);

    /// <summary>The request was not carried out, or its answer is none to keep: the key is free.</summary>
    [Alias("Abandon")]
    Task Abandon(Guid run);
}
