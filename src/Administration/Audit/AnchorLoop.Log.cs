using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

internal sealed partial class AnchorLoop
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The audit log's head is {Head}")]
    private partial void LogHead(ChainHead head);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log does not agree with its anchored head: {Mismatch} Run 'audit verify'")]
    private partial void LogMismatch(string mismatch);
}
