using Actors.Grains.Calls;

namespace Actors.Web.Idempotency;

/// <summary>One idempotency key of one caller for one route. Key: the hash that <see cref="IdempotencyScope"/> makes.</summary>
[Alias("plumbing.IIdempotencyGrain")]
internal interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>A request with this key has come in.</summary>
    /// <param name="fingerprint">The hash of what it asks.</param>
    /// <param name="run">Its own id, for the calls below.</param>
    [Alias("Begin"), Repeatable(Repeat.Always)]
    Task<IdempotencyVerdict> Begin(string fingerprint, Guid run);

    /// <summary>What <see cref="Begin"/> would say; nothing changes, and <see cref="IdempotencyOutcome.Run"/> means that the key is not known.</summary>
    [Alias("Peek"), Repeatable(Repeat.Always)]
    Task<IdempotencyVerdict> Peek(string fingerprint);

    /// <summary>The request is still being carried out.</summary>
    [Alias("Renew"), Repeatable(Repeat.Always)]
    Task Renew(Guid run);

    /// <summary>
    /// The request was carried out. The answer is durable when this returns true; false says that it is not kept, because the key belongs to
    /// another request by now. A grain that was moved in between knows nothing of the run, and keeps its answer all the same.
    /// </summary>
    /// <exception cref="Persistence.StoreUnavailableException">It may be kept or not; the next call reads which.</exception>
    [Alias("Complete"), Repeatable(Repeat.Never)]
    Task<bool> Complete(Guid run, string fingerprint, StoredAnswer answer);

    /// <summary>The request was not carried out, or its answer is none to keep: the key is free.</summary>
    [Alias("Abandon"), Repeatable(Repeat.Always)]
    Task Abandon(Guid run);
}
