using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

internal sealed partial class ScrapeRunner
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} failed to run")]
    private partial void LogSourceFailed(Exception failure, string source);
}
