namespace Actors.Plumbing.Identity;

/// <summary>Whom a good token names, whether its session lives or not. Nothing is carried out for one: see <see cref="EndsSession"/>.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The session the token belongs to.</param>
public sealed record FormerCaller(Guid AccountId, Guid SessionId);
