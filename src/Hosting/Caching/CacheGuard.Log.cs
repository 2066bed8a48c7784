namespace Actors.Hosting.Caching;

internal sealed partial class CacheGuard
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The shared cache does not answer; it is left alone for {Rest} and lists are made without it")]
    private partial void LogLeftAlone(Exception? failure, TimeSpan rest);

    [LoggerMessage(Level = LogLevel.Information, Message = "The shared cache answers again")]
    private partial void LogBack();
}
