using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class CachedEventList
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of events '{Scope}' could not be read")]
    private partial void LogLookFailed(Exception exception, string scope);
}
