namespace Actors.Core.Accounts;

/// <summary>Whom a good token names, whether its session lives or not. A request of one is answered from a kept answer or refused.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The session the token belongs to.</param>
public sealed record FormerCaller(Guid AccountId, Guid SessionId);
