using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

internal sealed partial class PosterSweepGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} posters that no event shows were deleted")]
    private static partial void LogSwept(ILogger logger, int count);
}
