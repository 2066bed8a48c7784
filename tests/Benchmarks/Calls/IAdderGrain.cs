using Actors.Grains.Calls;

namespace Actors.Benchmarks.Calls;

[Alias("benchmarks.IAdderGrain")]
internal interface IAdderGrain : IGrainWithIntegerKey
{
    [Repeatable(Repeat.Always)]
    Task<int> Add(int value);
}

internal sealed class AdderGrain : Grain, IAdderGrain
{
    private int _sum;

    public Task<int> Add(int value)
    {
        _sum += value;
        return Task.FromResult(_sum);
    }
}
