using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

/// <summary>Does everything at once: calls down, leaves, waits, fails, and checks that it is never run in parallel.</summary>
[Alias("runtime.IMixGrain")]
internal interface IMixGrain : IGrainWithIntegerKey
{
    /// <summary>Calls a grain of a lower key and answers how deep that went.</summary>
    Task<int> Down(int seed);

    Task<int> DownCancellable(int seed, CancellationToken cancellation);

    [ReadOnly]
    Task<int> Look();

    Task Fail();

    Task Leave();
}

internal sealed class MixGrain : Grain, IMixGrain
{
    private static int _overlaps;

    private int _inside;

    public static int Overlaps => _overlaps;

    public async Task<int> Down(int seed)
    {
        Enter();
        try
        {
            return 1 + await Below(seed);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public Task<int> DownCancellable(int seed, CancellationToken cancellation) => Down(seed);

    public async Task<int> Look()
    {
        await Task.Yield();
        return 1;
    }

    public async Task Fail()
    {
        await Task.Yield();
        throw new InvalidOperationException("expected");
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<int> Below(int seed)
    {
        if (seed % 3 == 0)
        {
            await Task.Yield();
        }

        if (seed % 7 == 0)
        {
            DeactivateOnIdle();
        }

        var key = this.GetPrimaryKeyLong();
        return key == 0 ? 0 : await GrainFactory.GetGrain<IMixGrain>(seed % key).Down(seed / 2);
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref _inside) > 1)
        {
            Interlocked.Increment(ref _overlaps);
        }
    }
}
