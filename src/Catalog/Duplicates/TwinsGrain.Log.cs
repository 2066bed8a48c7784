using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Duplicates;

internal sealed partial class TwinsGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Decision {Number} on the events {First} and {Second}")]
    private partial void LogDecided(long number, Guid first, Guid second);
}
