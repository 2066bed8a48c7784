namespace Actors.Web.Idempotency;

/// <summary>What to do with a request that has a key. The numbers are sent between silos.</summary>
internal enum IdempotencyOutcome
{
    /// <summary>Execute it, then store its response or release the key.</summary>
    Run = 0,

    /// <summary>The same request is in progress.</summary>
    InFlight = 1,

    /// <summary>The key belongs to another request.</summary>
    Mismatch = 2,

    /// <summary>Replay the stored response.</summary>
    Replay = 3,
}

/// <summary>The decision on a request that has a key.</summary>
/// <param name="Outcome">What to do.</param>
/// <param name="Answer">The stored response for <see cref="IdempotencyOutcome.Replay"/>, otherwise null.</param>
[GenerateSerializer, Immutable, Alias("plumbing.IdempotencyVerdict")]
internal sealed record IdempotencyVerdict([property: Id(0)] IdempotencyOutcome Outcome, [property: Id(1)] StoredAnswer? Answer = null);
