using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

internal sealed partial class PosterStartup
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} unused posters of the last run")]
    private static partial void LogDeleted(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not delete unused posters of the last run; the hourly sweep will delete them")]
    private static partial void LogPostponed(ILogger logger, Exception error);
}
