using Actors.Plumbing.Calls;
using Orleans.Concurrency;

namespace Actors.Benchmarks.Runtime;

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

[Alias("benchmarks.ILinkGrain")]
internal interface ILinkGrain : IGrainWithIntegerKey
{
    /// <summary>Calls the next link until none is left, and answers how many there were.</summary>
    Task<int> Follow(int left);
}

internal sealed class LinkGrain : Grain, ILinkGrain
{
    public async Task<int> Follow(int left) =>
        left == 0 ? 1 : 1 + await GrainFactory.GetGrain<ILinkGrain>(left - 1).Follow(left - 1);
}

[Alias("benchmarks.IBurnGrain")]
internal interface IBurnGrain : IGrainWithIntegerKey
{
    Task<long> Burn(int rounds);
}

[StatelessWorker]
internal sealed class BurnGrain : Grain, IBurnGrain
{
    public Task<long> Burn(int rounds) => Task.FromResult(Work(rounds));

    /// <summary>Arithmetic that keeps one core busy.</summary>
    public static long Work(int rounds)
    {
        var value = 88172645463325252L;
        for (var round = 0; round < rounds; round++)
        {
            value ^= value << 13;
            value ^= value >> 7;
            value ^= value << 17;
        }

        return value;
    }
}
