namespace Actors.Hosting.Caching;

internal sealed partial class CacheGuard
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The shared cache does not answer; it is not used for {Duration} and lists are read from the database")]
    private partial void LogOpened(Exception? failure, TimeSpan duration);

    [LoggerMessage(Level = LogLevel.Information, Message = "The shared cache answers again")]
    private partial void LogClosed();
}
