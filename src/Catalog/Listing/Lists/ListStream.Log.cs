using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class ListStream
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending the list of events '{Scope}' failed; the connection was closed")]
    private partial void LogFailed(Exception exception, string scope);
}
