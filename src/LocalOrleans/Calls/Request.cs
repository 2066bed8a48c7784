using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Calls;

/// <summary>
/// One call. It is itself the task that runs the call's first turn on the activation's scheduler, so that an inline call
/// allocates nothing besides it and its result. Generated classes add the arguments.
/// </summary>
internal abstract class Request : Task, IInvokable
{
    // The task's state is the caller's flow; the running request is handed over beside it, because a constructor cannot
    // pass "this" to its base.
    private static readonly Action<object?> Body = static _ => Take().Execute();

    [ThreadStatic]
    private static Request? _starting;

    protected Request()
        : base(Body, CallerFlow.PutAside(), TaskCreationOptions.DenyChildAttach)
    {
    }

    public abstract MethodTraits Traits { get; }

    /// <summary>The activation that runs this call.</summary>
    public Activation? Target { get; set; }

    /// <summary>What the grain's method returned; never null once the first turn has run.</summary>
    public Task? Outcome { get; set; }

    /// <summary>What the caller awaits, when the call could not be answered at once.</summary>
    public Pending? Pending { get; set; }

    /// <summary>The token source of a call with a cancellation token.</summary>
    public CallCancellation? Cancellation { get; set; }

    /// <summary>The calling activation, when filters may ask for it; null for a caller that is no grain.</summary>
    public Activation? Caller { get; set; }

    public CallerFlow? Flow => (CallerFlow?)AsyncState;

    /// <summary>Whether nobody waits any more: the caller timed out or cancelled before the call began.</summary>
    public virtual bool IsAbandoned => Pending is { Task.IsCompleted: true };

    /// <summary>Whether the call keeps its activation from being idle.</summary>
    public virtual bool CountsAsUse => true;

    public bool IsCancellable => Traits.CancellationIndex >= 0;

    /// <summary>Tells the task body which request it is; called right before the scheduler runs it on this thread.</summary>
    public static void Announce(Request request) => _starting = request;

    public abstract Task InvokeOn(object grain);

    public abstract Pending CreatePending();

    public abstract Task Failed(Exception exception);

    /// <summary>Runs the filters and then the grain, and makes their result the outcome.</summary>
    public abstract Task Wrap(FilteredCall call);

    /// <summary>Sends the call through the filters of its caller.</summary>
    public abstract Task Through(OutgoingCall call);

    /// <summary>The same call once more: a request runs once.</summary>
    public Request Again()
    {
        var again = (Request)Activator.CreateInstance(GetType())!;
        for (var index = 0; index < Traits.ArgumentCount; index++)
        {
            again.SetArgument(index, GetArgument(index)!);
        }

        return again;
    }

    /// <summary>The result of a completed outcome, boxed; null for methods without one.</summary>
    public abstract object? ResultOf(Task outcome);

    /// <summary>Called when a call that nobody waits for has ended; true when its failure has been dealt with.</summary>
    public virtual bool Unobserved() => false;

    public virtual object? GetArgument(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public virtual void SetArgument(int index, object value) => throw new ArgumentOutOfRangeException(nameof(index));

    public int GetArgumentCount() => Traits.ArgumentCount;

    public string GetMethodName() => Traits.Method.Name;

    public virtual string GetInterfaceName() => Traits.Interface.FullName ?? Traits.Interface.Name;

    public Type GetInterfaceType() => Traits.Interface;

    public MethodInfo GetMethod() => Traits.Method;

    public TimeSpan? GetDefaultResponseTimeout() => Traits.Timeout;

    public CancellationToken GetCancellationToken() => Cancellation?.Token ?? default;

    public bool TryCancel() => Cancellation?.Cancel() ?? false;

    private static Request Take()
    {
        var request = _starting!;
        _starting = null;
        return request;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws belongs to the caller.")]
    private void Execute()
    {
        if (Flow?.Values is { } values)
        {
            RequestContext.Values = values;
        }

        try
        {
            Outcome = Target!.Invoke(this) ?? Failed(new InvalidOperationException($"{GetInterfaceName()}.{GetMethodName()} returned null for a task."));
        }
        catch (Exception exception)
        {
            Outcome = Failed(exception);
        }
    }
}
