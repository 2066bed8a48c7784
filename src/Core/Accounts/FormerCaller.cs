namespace Actors.Core.Accounts;

/// <summary>The account of a valid token whose session may have ended. It may only receive a stored response again.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The session the token belongs to.</param>
public sealed record FormerCaller(Guid AccountId, Guid SessionId);
