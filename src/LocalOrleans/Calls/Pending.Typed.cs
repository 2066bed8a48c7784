namespace Orleans.Calls;

/// <summary>Continuations of the caller never run on the callee's turn: they are always scheduled.</summary>
internal sealed class Pending<T>(Request request) : Pending(request)
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Task => _source.Task;

    public override bool Fail(Exception exception) => _source.TrySetException(exception);

    public override bool Cancel(CancellationToken token) => _source.TrySetCanceled(token);

    public override void Complete(Task outcome)
    {
        if (outcome.IsFaulted)
        {
            _source.TrySetException(outcome.Exception!.InnerExceptions);
        }
        else if (outcome.IsCanceled)
        {
            Copy(outcome);
        }
        else
        {
            _source.TrySetResult(outcome is Task<T> typed ? typed.GetAwaiter().GetResult() : default!);
        }
    }

    private void Copy(Task canceled)
    {
        try
        {
            canceled.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            _source.TrySetCanceled(exception.CancellationToken);
        }
    }
}
