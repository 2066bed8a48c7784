using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

internal sealed partial class Scrapes
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} could not be run.")]
    private partial void LogSourceFailed(Exception failure, string source);
}
