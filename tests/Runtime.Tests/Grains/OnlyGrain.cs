using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

/// <summary>Is counted while it is alive.</summary>
[Alias("runtime.IOnlyGrain")]
internal interface IOnlyGrain : IGrainWithStringKey
{
    Task Touch();

    Task Leave();
}

[Alias("runtime.IManyGrain")]
internal interface IManyGrain : IGrainWithStringKey
{
    Task Touch();
}

internal sealed class OnlyGrain : Grain, IOnlyGrain
{
    public async Task Touch() => await Task.Yield();

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Census.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Census.Died(this.GetPrimaryKeyString());
    }
}

/// <summary>The same with several activations: what the census shows when there is no guard.</summary>
[StatelessWorker(4)]
internal sealed class ManyGrain : Grain, IManyGrain
{
    public Task Touch() => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Census.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }
}
