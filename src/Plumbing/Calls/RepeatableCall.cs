namespace Actors.Plumbing.Calls;

/// <summary>A call that can be sent again as it was.</summary>
internal sealed class RepeatableCall(IOutgoingGrainCallContext context, CallRule rule)
{
    // A call that has run within this process has lost its arguments on Orleans.
    private readonly object?[]? _arguments = rule is { When: not Repeat.Never, IsCancellable: false } ? ArgumentsOf(context) : null;

    public CallRule Rule => rule;

    /// <summary>Sends it once more.</summary>
    public Task Again()
    {
        for (var index = 0; index < _arguments?.Length; index++)
            context.Request.SetArgument(index, _arguments[index]!);
        return context.Invoke();
    }

    /// <summary>What an attempt failed with; null when it did not.</summary>
    public static async Task<Exception?> FailureAsync(Task attempt)
    {
        try
        {
            await attempt;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static object?[] ArgumentsOf(IOutgoingGrainCallContext context)
    {
        var arguments = new object?[context.Request.GetArgumentCount()];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = context.Request.GetArgument(index);
        return arguments;
    }
}
