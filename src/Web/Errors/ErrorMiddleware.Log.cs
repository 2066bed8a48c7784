namespace Actors.Web.Errors;

internal sealed partial class ErrorMiddleware
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed with {Status} (request {RequestId})")]
    private static partial void LogFailed(ILogger logger, Exception failure, string method, string? endpoint, int status, string requestId);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The client of a {Method} left before the answer (request {RequestId})")]
    private static partial void LogDeparted(ILogger logger, string method, string requestId);
}
