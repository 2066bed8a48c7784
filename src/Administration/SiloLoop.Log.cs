using Microsoft.Extensions.Logging;

namespace Actors.Administration;

internal abstract partial class SiloLoop
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Loop} failed temporarily and will be retried")]
    private partial void LogTransientFailure(Exception exception, string loop);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} failed and will be retried")]
    private partial void LogFailed(Exception exception, string loop);
}
