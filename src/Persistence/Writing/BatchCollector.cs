using System.Diagnostics;
using System.Threading.Channels;

namespace Actors.Persistence.Writing;

/// <summary>Collects waiting write sets into the next batch.</summary>
internal sealed class BatchCollector(ChannelReader<WriteSet> queue)
{
    /// <summary>Maximum sets of a transaction: more would only delay the first one.</summary>
    public const int MaxSets = 256;

    /// <summary>Maximum bytes of a transaction.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>How long the writer spins for the next set. Without it sets would arrive just after the next transaction began, and every second
    /// transaction would be nearly empty.</summary>
    private static readonly long s_maxSpin = Stopwatch.Frequency / 10_000;

    private readonly List<WriteSet> _batch = new(MaxSets);
    private int _expected;

    public List<WriteSet> Collect()
    {
        _batch.Clear();
        var bytes = 0;
        while (_batch.Count < MaxSets && bytes < MaxBytes && queue.TryRead(out var set))
        {
            _batch.Add(set);
            bytes += set.Bytes;
        }

        _expected = _batch.Count;
        return _batch;
    }

    /// <summary>Waits while sets keep coming: those of one request arrive within microseconds of each other and share a commit.</summary>
    public void SpinWhileSetsArrive()
    {
        for (var seen = 0; queue.Count > seen && seen < MaxSets;)
        {
            seen = queue.Count;
            SpinUntil(seen + 1);
        }
    }

    /// <summary>Waits briefly for the callers of the last batch. It spins, because waiting for the queue would switch threads twice per batch.</summary>
    public void SpinForNextSets() => SpinUntil(_expected);

    private void SpinUntil(int count)
    {
        var until = Stopwatch.GetTimestamp() + s_maxSpin;
        while (queue.Count < count && Stopwatch.GetTimestamp() < until)
        {
            Thread.Yield();
        }
    }
}
