namespace Actors.Hosting.Retry;

/// <summary>
/// Marks a rejection that leaves a grain: something that it asked was rejected (a reminder, a part of the runtime), and the grain ran. Without the
/// mark its caller would take it for its own call never having run.
/// </summary>
internal sealed class RanMark : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var run = context.Invoke();
        return run.IsCompletedSuccessfully || !CallRule.Of(context.InterfaceMethod).IsGrains ? run : MarkAsync(run);
    }

    private static async Task MarkAsync(Task run)
    {
        try
        {
            await run;
        }
        catch (OrleansMessageRejectionException failure)
        {
            failure.SetDealtWith();
            throw;
        }
    }
}
