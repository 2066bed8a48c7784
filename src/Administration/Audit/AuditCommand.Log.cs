using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

internal sealed partial class AuditCommand
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "An operator accepted the present audit log with head {Head}")]
    private partial void LogAccepted(ChainHead head);
}
