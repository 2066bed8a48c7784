using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A used refresh token was presented again; session {Session} of account {Account} was ended")]
    private partial void LogReused(Guid session, Guid account);
}
