namespace Actors.Web.RateLimiting;

/// <summary>On an endpoint: a policy that holds there. It stays with the endpoint however its path is spelled.</summary>
internal sealed record RateLimitMetadata(RateLimitPolicy Policy);
