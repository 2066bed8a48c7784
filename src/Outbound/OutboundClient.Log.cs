namespace Actors.Outbound;

internal sealed partial class OutboundClient
{
    // The host only: paths and queries may carry what is nobody's business.
    [LoggerMessage(Level = LogLevel.Information, Message = "Outgoing {Policy} to {Host}: {Failure} (status {Status})")]
    private static partial void LogFailed(ILogger logger, string policy, string host, OutboundFailure failure, int status);
}
