using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Duplicates;

internal sealed partial class DuplicatesGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Decision {Number} about events {First} and {Second}")]
    private partial void LogDecided(long number, Guid first, Guid second);
}
