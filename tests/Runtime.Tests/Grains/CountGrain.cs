using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

/// <summary>Counts with an await between reading and writing, as no grain should if it interleaved.</summary>
[Alias("runtime.ICountGrain")]
internal interface ICountGrain : IGrainWithStringKey
{
    Task<int> ReadThenAdd();
}

[Alias("runtime.ILooseCountGrain")]
internal interface ILooseCountGrain : IGrainWithStringKey
{
    Task<int> ReadThenAdd();
}

internal sealed class CountGrain : Grain, ICountGrain
{
    private int _count;

    public async Task<int> ReadThenAdd()
    {
        var read = _count;
        await Task.Yield();
        return _count = read + 1;
    }
}

[Reentrant]
internal sealed class LooseCountGrain : Grain, ILooseCountGrain
{
    private int _count;

    public async Task<int> ReadThenAdd()
    {
        var read = _count;
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        return _count = read + 1;
    }
}
