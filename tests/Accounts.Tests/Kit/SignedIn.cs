using Actors.Accounts.Sessions;

namespace Actors.Accounts.Tests.Kit;

/// <summary>A new account that is signed in.</summary>
internal sealed record SignedIn(Guid AccountId, long Number, TokenPair Tokens);
