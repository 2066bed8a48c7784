using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class ListRevalidator
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Database slow or unavailable: serving the shared copy of the list of events '{Scope}' from {MadeAt}")]
    private partial void LogSharedCopyServed(Exception? exception, string scope, DateTimeOffset? madeAt);
}
