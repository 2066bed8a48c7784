using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class ListStream
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of events '{Scope}' was broken off while it was sent")]
    private partial void LogBroken(Exception exception, string scope);
}
