namespace Actors.Web.RateLimiting;

internal sealed partial class GrainRateLimiter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The limiter of {Policy} cannot be asked; requests are refused: {Refused}.")]
    private static partial void LogUnreachable(ILogger logger, Exception failure, string policy, bool refused);
}
