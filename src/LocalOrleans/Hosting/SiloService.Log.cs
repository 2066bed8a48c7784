using Microsoft.Extensions.Logging;

namespace Orleans.Hosting;

internal sealed partial class SiloService
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The grain runtime has started")]
    private partial void LogStarted();

    [LoggerMessage(Level = LogLevel.Information, Message = "The grain runtime has stopped")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "A part of the grain runtime failed to stop")]
    private partial void LogStopFailed(Exception exception);
}
