using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class RevalidatedList
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of events '{Scope}' could not be revalidated")]
    private partial void LogFailed(Exception exception, string scope);
}
