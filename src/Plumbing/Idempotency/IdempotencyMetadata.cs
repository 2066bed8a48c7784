namespace Actors.Plumbing.Idempotency;

/// <summary>On an endpoint: it takes an <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotencyMetadata;
