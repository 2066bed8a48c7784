using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Activations;

internal sealed partial class LocalRuntime
{
    public void ActivationFailed(Activation activation, Exception exception)
    {
        Metrics.FailedToActivate();
        LogActivationFailed(activation.Class.GrainType, exception);
    }

    public void DeactivationFailed(Activation activation, Exception exception) => LogDeactivationFailed(activation.Class.GrainType, exception);

    public void TimerFailed(Activation activation, Exception exception) => LogTimerFailed(activation.Class.GrainType, exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {GrainType} could not be activated")]
    private partial void LogActivationFailed(GrainType grainType, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {GrainType} failed while it was deactivated")]
    private partial void LogDeactivationFailed(GrainType grainType, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A timer of a {GrainType} failed")]
    private partial void LogTimerFailed(GrainType grainType, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The one-way call {Interface}.{Method} failed")]
    private partial void LogOneWayFailed(string @interface, string method, Exception exception);
}
