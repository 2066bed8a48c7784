namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IChainGrain")]
internal interface IChainGrain : IGrainWithIntegerKey
{
    /// <summary>Calls the grain of the next lower number, and so on down to zero; answers how many there were.</summary>
    Task<int> Follow();

    /// <summary>The same, but the last one fails.</summary>
    Task<int> FollowAndFail();
}

internal sealed class ChainGrain : Grain, IChainGrain
{
    public async Task<int> Follow() => this.GetPrimaryKeyLong() == 0 ? 1 : 1 + await Next().Follow();

    public async Task<int> FollowAndFail() =>
        this.GetPrimaryKeyLong() == 0 ? throw new InvalidOperationException("end of the chain") : await Next().FollowAndFail();

    private IChainGrain Next() => GrainFactory.GetGrain<IChainGrain>(this.GetPrimaryKeyLong() - 1);
}
