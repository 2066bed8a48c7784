using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>
/// The caller's execution context, put aside while a request is made and run, so that nothing but the request context
/// reaches the callee. On Orleans a call is a message, and messages carry no async locals.
/// </summary>
internal sealed class CallerFlow
{
    private static readonly ExecutionContext? Clean = CaptureClean();

    private readonly ExecutionContext? _caller;

    private CallerFlow(ExecutionContext? caller, Dictionary<string, object>? values)
    {
        _caller = caller;
        Values = values;
    }

    /// <summary>The request context of the call.</summary>
    public Dictionary<string, object>? Values { get; }

    /// <summary>False when the caller suppressed the flow of its context: then it cannot be put back after an inline call.</summary>
    public bool CanReturn => _caller is not null;

    /// <summary>Leaves this thread with a clean context; null when it had one already, which costs nothing.</summary>
    public static CallerFlow? PutAside()
    {
        var caller = ExecutionContext.Capture();
        if (ReferenceEquals(caller, Clean))
        {
            return null;
        }

        var flow = new CallerFlow(caller, RequestContext.Values);
        if (caller is not null)
        {
            ExecutionContext.Restore(Clean!);
        }

        return flow;
    }

    /// <summary>Gives the thread the caller's context back.</summary>
    public void Return()
    {
        if (_caller is not null)
        {
            ExecutionContext.Restore(_caller);
        }
    }

    /// <summary>Puts the caller's context aside once more, after <see cref="Return"/>.</summary>
    public void Leave()
    {
        if (_caller is not null)
        {
            ExecutionContext.Restore(Clean!);
        }
    }

    private static ExecutionContext? CaptureClean()
    {
        ExecutionContext? clean = null;
        var thread = new Thread(() => clean = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return clean;
    }
}
