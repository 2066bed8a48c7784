namespace Orleans.Calls;

/// <summary>A call that returns a value.</summary>
internal abstract class ValueRequest<T> : Request
{
    public sealed override Pending CreatePending() => new Pending<T>(this);

    public sealed override Task Failed(Exception exception) => FromException<T>(exception);

    public sealed override Task Wrap(FilteredCall call) => Run(call);

    public sealed override Task Through(OutgoingCall call)
    {
        var way = call.Start();
        return call.Untouched(way) ?? Arrive(call, way);
    }

    private static async Task<T> Arrive(OutgoingCall call, Task way)
    {
        await way;
        return (T)call.Result!;
    }

    private static async Task<T> Run(FilteredCall call)
    {
        await call.Invoke();
        return (T)call.Result!;
    }

    public sealed override object? ResultOf(Task outcome) => ((Task<T>)outcome).GetAwaiter().GetResult();
}
