namespace Orleans.Calls;

/// <summary>Carries the caller's cancellation to the callee, and tells the caller at once.</summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly Request _request;
    private readonly CancellationToken _callers;
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;

    private CallCancellation(Request request, CancellationToken callers)
    {
        _request = request;
        _callers = callers;
    }

    /// <summary>The token the grain's method gets.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gives the request a token of its own in place of the caller's.</summary>
    public static void Attach(Request request)
    {
        var index = request.Traits.CancellationIndex;
        var cancellation = new CallCancellation(request, (CancellationToken)request.GetArgument(index)!);
        request.SetArgument(index, cancellation.Token);
        request.Cancellation = cancellation;
        cancellation._registration = cancellation._callers.UnsafeRegister(
            static state => ((CallCancellation)state!).OnCallerCancelled(), cancellation);
    }

    /// <summary>The token the caller gave.</summary>
    public CancellationToken Callers => _callers;

    public bool IsCancelledByCaller => _callers.IsCancellationRequested;

    public bool Cancel()
    {
        try
        {
            // Off this thread: what the grain registered on the token belongs to the grain's scheduler or the pool, not to the caller.
            _ = _source.CancelAsync();
            return true;
        }
        catch (ObjectDisposedException)
        {
            // The call has ended meanwhile.
            return false;
        }
    }

    public Task Cancelled() => _request.Failed(new OperationCanceledException(_callers));

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void OnCallerCancelled()
    {
        Cancel();
        _request.Pending?.Cancel(_callers);
    }
}
