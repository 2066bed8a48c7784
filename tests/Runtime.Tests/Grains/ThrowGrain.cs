namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IThrowGrain")]
internal interface IThrowGrain : IGrainWithStringKey
{
    Task<int> ThrowOwn();

    ValueTask<int> ThrowFromValueTask();

    Task<int> ThrowAggregate();

    Task<int> ThrowThrough(IThrowGrain other);
}

[GenerateSerializer, Alias("runtime.OwnException")]
internal sealed class OwnException(string message, int code) : Exception(message)
{
    [Id(0)]
    public int Code { get; } = code;
}

internal sealed class ThrowGrain : Grain, IThrowGrain
{
    public Task<int> ThrowOwn() => throw new OwnException("own", 42);

    public async ValueTask<int> ThrowFromValueTask()
    {
        await Task.Yield();
        throw new OwnException("value task", 43);
    }

    public Task<int> ThrowAggregate() =>
        throw new AggregateException(new InvalidOperationException("one"), new InvalidOperationException("two"));

    public Task<int> ThrowThrough(IThrowGrain other) => other.ThrowOwn();
}
