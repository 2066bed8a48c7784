namespace Actors.Hosting.Retry;

/// <summary>
/// Marks a rejection that leaves a grain: the grain ran, and a call that it made (to a reminder, for example) was rejected. Without the mark
/// the caller would assume that its own call never ran.
/// </summary>
internal sealed class ExecutedMark : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var run = context.Invoke();
        return run.IsCompletedSuccessfully || !RetryRule.Of(context.InterfaceMethod).IsGrains ? run : MarkAsync(run);
    }

    private static async Task MarkAsync(Task run)
    {
        try
        {
            await run;
        }
        catch (OrleansMessageRejectionException failure)
        {
            failure.MarkHandled();
            throw;
        }
    }
}
