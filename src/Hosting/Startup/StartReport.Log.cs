namespace Actors.Hosting.Startup;

internal sealed partial class StartReport
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Lines}")]
    private static partial void LogStarted(ILogger logger, string lines);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Stopping: requests under way are finished")]
    private static partial void LogStopping(ILogger logger);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message =
        "The store is held, since it was imported or restored: no letter, notification, payment call or scrape leaves this program before the command release. Reads and the API work")]
    private static partial void LogHeld(ILogger logger);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Stopped")]
    private static partial void LogStopped(ILogger logger);
}
