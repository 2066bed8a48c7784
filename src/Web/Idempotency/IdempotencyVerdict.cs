namespace Actors.Web.Idempotency;

/// <summary>What is to be done with a request that has a key. The numbers cross the wire.</summary>
internal enum IdempotencyOutcome
{
    /// <summary>It is the first: carry it out, then tell what came of it.</summary>
    Run = 0,

    /// <summary>The same request is being carried out.</summary>
    InFlight = 1,

    /// <summary>The key belongs to another request.</summary>
    Mismatch = 2,

    /// <summary>It was carried out: give the answer again.</summary>
    Replay = 3,
}

/// <summary>The answer to a request that has a key.</summary>
/// <param name="Outcome">What is to be done.</param>
/// <param name="Answer">The kept answer when it is to be given again, else null.</param>
[GenerateSerializer, Immutable, Alias("plumbing.IdempotencyVerdict")]
internal sealed record IdempotencyVerdict([property: Id(0)] IdempotencyOutcome Outcome, [property: Id(1)] StoredAnswer? Answer = null);
