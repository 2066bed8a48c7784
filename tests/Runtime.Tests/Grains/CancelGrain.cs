using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.ICancelGrain")]
internal interface ICancelGrain : IGrainWithStringKey
{
    Task<int> Echo(int value, CancellationToken cancellation);

    /// <summary>Waits until it is cancelled and writes that down.</summary>
    Task Wait(CancellationToken cancellation);

    Task Cancelled();
}

internal sealed class CancelGrain(Journal journal) : Grain, ICancelGrain
{
    public Task<int> Echo(int value, CancellationToken cancellation)
    {
        journal.Write($"echo {value}");
        return Task.FromResult(value);
    }

    public async Task Wait(CancellationToken cancellation)
    {
        journal.Write("waiting");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        finally
        {
            journal.Write("cancelled");
        }
    }

    public Task Cancelled() => throw new OperationCanceledException("by the grain");
}
