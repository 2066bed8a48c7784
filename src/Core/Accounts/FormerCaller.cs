namespace Actors.Core.Accounts;

/// <summary>The account that a valid token names, whether its session has ended or not. Its requests get a stored answer or are refused.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The session the token belongs to.</param>
public sealed record FormerCaller(Guid AccountId, Guid SessionId);
