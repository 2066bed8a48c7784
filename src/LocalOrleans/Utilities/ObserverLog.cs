using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

internal static partial class ObserverLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "A subscriber failed and was dropped")]
    public static partial void Dropped(ILogger logger, Exception exception);
}
