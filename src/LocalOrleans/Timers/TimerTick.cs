using Orleans.Calls;

namespace Orleans.Timers;

/// <summary>One tick of a grain timer, as a request that nobody waits for.</summary>
internal sealed class TimerTick(GrainTimer timer, bool interleave, bool keepAlive) : Request
{
    private static readonly System.Reflection.MethodInfo Tick = typeof(IGrainTimerInvoker).GetMethod(nameof(IGrainTimerInvoker.InvokeCallbackAsync))!;
    private static readonly MethodTraits Waiting = new(Tick, alwaysInterleave: false);
    private static readonly MethodTraits Interleaving = new(Tick, alwaysInterleave: true);

    public override MethodTraits Traits => interleave ? Interleaving : Waiting;

    /// <summary>Only a tick that keeps its activation alive counts as use of it.</summary>
    public override bool CountsAsUse => keepAlive;

    /// <summary>A tick ends with its timer: it does not go on to the next activation.</summary>
    public override bool IsAbandoned => timer.IsStopped;

    public override string GetInterfaceName() => nameof(IGrainTimerInvoker);

    public override Task InvokeOn(object grain) => timer.InvokeCallbackAsync();

    public override bool Unobserved()
    {
        timer.Next(Outcome!.IsCanceled ? null : Outcome.Exception?.InnerException);
        return true;
    }

    public override Pending CreatePending() => throw new NotSupportedException("Nobody waits for a tick.");

    public override Task Failed(Exception exception) => Task.FromException(exception);

    public override Task Wrap(FilteredCall call) => call.Invoke();

    public override Task Through(OutgoingCall call) => throw new NotSupportedException("Nobody sends a tick.");

    public override object? ResultOf(Task outcome) => null;
}
