namespace Actors.Hosting.Draining;

internal sealed partial class Drain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Draining: /readyz is 503 now, requests are answered for another {Time}")]
    private static partial void LogDraining(ILogger logger, TimeSpan time);
}
