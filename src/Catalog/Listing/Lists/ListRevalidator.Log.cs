using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

internal sealed partial class ListSource
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The rows cannot be read or take long: the list of events '{Scope}' is what another process made at {MadeAt}")]
    private partial void LogInstead(Exception? exception, string scope, DateTimeOffset? madeAt);
}
