using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

internal sealed partial class AuditChainGrain
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log does not agree with its anchored head: {Mismatch} Run 'audit verify'")]
    private partial void LogMismatch(string mismatch);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log continues after its head {Head}")]
    private partial void LogHead(ChainHead head);
}
