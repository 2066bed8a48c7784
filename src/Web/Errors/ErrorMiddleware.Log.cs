namespace Actors.Web.Errors;

internal sealed partial class ErrorMiddleware
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed with {Status} (request {RequestId})")]
    private static partial void LogFailed(ILogger logger, Exception failure, string method, string? endpoint, int status, string requestId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The client of a {Method} request disconnected before the response (request {RequestId})")]
    private static partial void LogDisconnected(ILogger logger, string method, string requestId);
}
