namespace Actors.Web.RateLimiting;

internal sealed partial class GrainRateLimiter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The rate limiter of {Policy} is unavailable; requests are refused: {Refused}")]
    private static partial void LogUnavailable(ILogger logger, Exception failure, string policy, bool refused);
}
