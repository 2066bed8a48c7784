using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Events.Ingest;

internal sealed partial class Intake
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} new events could not be processed")]
    private partial void LogBatchFailed(Exception exception, int count);
}
