namespace Orleans.Timers;

/// <summary>How call filters see the ticks of timers.</summary>
internal interface IGrainTimerInvoker
{
    /// <summary>One tick.</summary>
    Task InvokeCallbackAsync();
}
