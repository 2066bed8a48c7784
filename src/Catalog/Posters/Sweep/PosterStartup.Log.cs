using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

internal sealed partial class PosterStartup
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} posters left over from the last run were deleted")]
    private static partial void LogTidied(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Left-over posters could not be deleted now; the hourly sweep will")]
    private static partial void LogPutOff(ILogger logger, Exception error);
}
