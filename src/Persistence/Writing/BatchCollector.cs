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

    /// <summary>How long the writer spins for the next sets of the callers that it has just answered. Without it their sets would arrive just after
    /// the next transaction began, and every second transaction would be nearly empty.</summary>
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

    /// <summary>Waits briefly for the callers of the last batch. It spins, because waiting for the queue would switch threads twice per batch.</summary>
    public void SpinForNextSets()
    {
        var until = Stopwatch.GetTimestamp() + s_maxSpin;
        while (queue.Count < _expected && Stopwatch.GetTimestamp() < until)
        {
            Thread.Yield();
        }
    }
}
