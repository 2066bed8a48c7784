using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

internal sealed partial class EventSnapshots
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} events can be searched: {Bytes} bytes of index")]
    private partial void LogLoaded(int count, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The events could not be read for filters and the search")]
    private partial void LogLookFailed(Exception exception);
}
