namespace Actors.Web.RateLimiting;

/// <summary>Endpoint metadata: a policy of the endpoint.</summary>
internal sealed record RateLimitMetadata(RateLimitPolicy Policy);
