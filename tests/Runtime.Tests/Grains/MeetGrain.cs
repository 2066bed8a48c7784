using Actors.Runtime.Tests.Hosting;
using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

/// <summary>One call waits for another of the same grain.</summary>
[Alias("runtime.IMeetGrain")]
internal interface IMeetGrain : IGrainWithStringKey
{
    Task Wait();

    Task Release();

    Task<int> CallSelf(int times);
}

[Reentrant]
internal sealed class MeetGrain(Journal journal) : Grain, IMeetGrain
{
    private readonly TaskCompletionSource _released = new();

    public Task Wait()
    {
        journal.Write("waiting");
        return _released.Task;
    }

    public Task Release()
    {
        _released.SetResult();
        return Task.CompletedTask;
    }

    public async Task<int> CallSelf(int times) =>
        times == 0 ? 0 : 1 + await this.AsReference<IMeetGrain>().CallSelf(times - 1);
}
