using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts.SecurityEvents;

internal sealed partial class SecurityEventSweeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Old security events could not be removed; the next try is in a day.")]
    private partial void LogNotSwept(Exception failure);
}
