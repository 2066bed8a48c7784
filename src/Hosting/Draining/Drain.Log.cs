namespace Actors.Hosting.Draining;

internal sealed partial class Drain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Leaving: not ready for new requests, which are answered for another {Time}")]
    private static partial void LogDraining(ILogger logger, TimeSpan time);
}
