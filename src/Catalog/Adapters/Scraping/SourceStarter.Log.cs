using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Scraping;

internal sealed partial class SourceStarter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} could not be woken; the next try is after {Pause}.")]
    private partial void LogNotAwake(Exception failure, string source, TimeSpan pause);
}
