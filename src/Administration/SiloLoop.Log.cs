using Microsoft.Extensions.Logging;

namespace Actors.Administration;

internal abstract partial class SiloLoop
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Loop} could not be done now and is tried again")]
    private partial void LogNotNow(Exception exception, string loop);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} failed and is tried again")]
    private partial void LogFailed(Exception exception, string loop);
}
