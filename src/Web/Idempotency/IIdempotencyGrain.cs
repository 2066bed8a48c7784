using Actors.Grains.Calls;

namespace Actors.Web.Idempotency;

/// <summary>One idempotency key of one caller for one route. Key: the hash from <see cref="IdempotencyScope"/>.</summary>
[Alias("plumbing.IIdempotencyGrain")]
internal interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>Reserves the key for a request.</summary>
    /// <param name="fingerprint">The hash of the request's content.</param>
    /// <param name="run">The id of this execution, for the calls below.</param>
    [Alias("Begin"), Repeatable(Repeat.Always)]
    Task<IdempotencyVerdict> Begin(string fingerprint, Guid run);

    /// <summary>
    /// Returns the result of <see cref="Begin"/> without reserving the key; <see cref="IdempotencyOutcome.Run"/> means that the key is unknown.
    /// </summary>
    [Alias("Peek"), Repeatable(Repeat.Always)]
    Task<IdempotencyVerdict> Peek(string fingerprint);

    /// <summary>Renews the lease of the key while the request is executed.</summary>
    [Alias("Renew"), Repeatable(Repeat.Always)]
    Task Renew(Guid run);

    /// <summary>
    /// Stores the response. True if it is durable; false if another request has taken the key, so that the response is not stored. A new activation
    /// that does not know the execution stores its response nevertheless.
    /// </summary>
    /// <exception cref="Persistence.StoreUnavailableException">The response may or may not be stored; the next call reads the stored state.</exception>
    [Alias("Complete"), Repeatable(Repeat.Never)]
    Task<bool> Complete(Guid run, string fingerprint, StoredAnswer answer);

    /// <summary>Releases the key, because the request failed or its response must not be stored.</summary>
    [Alias("Abandon"), Repeatable(Repeat.Always)]
    Task Abandon(Guid run);
}
