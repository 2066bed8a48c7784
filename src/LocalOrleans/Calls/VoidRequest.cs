namespace Orleans.Calls;

/// <summary>A call that returns nothing.</summary>
internal abstract class VoidRequest : Request
{
    public sealed override Pending CreatePending() => new Pending<bool>(this);

    public sealed override Task Failed(Exception exception) => Task.FromException(exception);

    public sealed override Task Wrap(FilteredCall call) => call.Invoke();

    public sealed override Task Through(OutgoingCall call)
    {
        var way = call.Start();
        return call.Untouched(way) ?? Arrive(call, way);
    }

    private static async Task Arrive(OutgoingCall call, Task way)
    {
        await way;
        _ = call.Result;
    }

    public sealed override object? ResultOf(Task outcome)
    {
        outcome.GetAwaiter().GetResult();
        return null;
    }
}
