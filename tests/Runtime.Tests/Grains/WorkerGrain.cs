using Actors.Runtime.Tests.Hosting;
using Orleans.Concurrency;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IWorkerGrain")]
internal interface IWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Arrives, and waits until as many have arrived as are to meet.</summary>
    Task Meet(int howMany);

    Task<int> MostAtOnce();

    Task Hold();

    Task<int> Thread();
}

/// <summary>What all workers of a host have in common.</summary>
internal sealed class MeetingPoint
{
    private int _arrived;
    private int _inside;
    private int _most;

    public int Most => _most;

    public int Arrive() => Interlocked.Increment(ref _arrived);

    public void Enter()
    {
        var inside = Interlocked.Increment(ref _inside);
        for (var most = _most; inside > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, inside, most);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _inside);
}

[StatelessWorker(2)]
internal sealed class WorkerGrain(MeetingPoint meeting, Journal journal) : Grain, IWorkerGrain
{
    public async Task Meet(int howMany)
    {
        if (meeting.Arrive() == howMany)
        {
            journal.Open("all met");
        }

        await journal.Opened("all met");
    }

    public Task<int> MostAtOnce() => Task.FromResult(meeting.Most);

    public async Task Hold()
    {
        meeting.Enter();
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        meeting.Leave();
    }

    public Task<int> Thread() => Task.FromResult(Environment.CurrentManagedThreadId);
}
