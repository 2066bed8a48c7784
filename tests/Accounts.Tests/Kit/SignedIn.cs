using Actors.Accounts.Sessions;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Somebody who has just registered.</summary>
internal sealed record SignedIn(Guid AccountId, long Number, TokenPair Tokens);
