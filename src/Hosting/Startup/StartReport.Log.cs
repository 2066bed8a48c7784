namespace Actors.Hosting.Startup;

internal sealed partial class StartReport
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Lines}")]
    private static partial void LogStarted(ILogger logger, string lines);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Stopping: requests in progress are finished")]
    private static partial void LogStopping(ILogger logger);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message =
        "The store is held because it was imported or restored: the program sends no letter, notification, payment call or scrape until the command release. Reads and the API work")]
    private static partial void LogHeld(ILogger logger);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Stopped")]
    private static partial void LogStopped(ILogger logger);
}
