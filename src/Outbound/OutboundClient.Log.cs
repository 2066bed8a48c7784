namespace Actors.Outbound;

internal sealed partial class OutboundClient
{
    // Only the host: paths and queries may contain secrets or personal data.
    [LoggerMessage(Level = LogLevel.Information, Message = "Outgoing request ({Policy}) to {Host} failed: {Failure} (status {Status})")]
    private static partial void LogFailed(ILogger logger, string policy, string host, OutboundFailure failure, int status);
}
