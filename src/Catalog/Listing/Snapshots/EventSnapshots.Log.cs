using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

internal sealed partial class EventSnapshots
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The search index has {Count} events and {Bytes} bytes")]
    private partial void LogLoaded(int count, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The events could not be read for filters and search")]
    private partial void LogFailed(Exception exception);
}
