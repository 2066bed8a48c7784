using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts.SecurityEvents;

internal sealed partial class SecurityEventSweeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleting old security events failed; next attempt in one day")]
    private partial void LogNotSwept(Exception failure);
}
