using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

internal sealed partial class PosterSweepGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} unused posters")]
    private static partial void LogSwept(ILogger logger, int count);
}
