using System.Diagnostics;
using System.Threading.Channels;

namespace Actors.Persistence.Writing;

/// <summary>Decides which of the waiting write sets make the next batch.</summary>
internal sealed class BatchCollector(ChannelReader<WriteSet> queue)
{
    /// <summary>Sets in one transaction: more would only make the first wait longer.</summary>
    public const int MaxSets = 256;

    /// <summary>Bytes of documents in one transaction.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>How long the writer waits for the callers it has just answered. Without it they would come a moment too late
    /// for the next transaction, and every second one would be nearly empty.</summary>
    private static readonly long s_patience = Stopwatch.Frequency / 10_000;

    /// <summary>The longest pause between two callers of one request.</summary>
    private static readonly long s_pause = Stopwatch.Frequency / 10_000;

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

    /// <summary>Waits while callers keep coming: those of one request come within microseconds of each other, and share a commit.</summary>
    public void AwaitCallersOfOneRequest()
    {
        for (var seen = 0; queue.Count > seen && seen < MaxSets;)
        {
            seen = queue.Count;
            var until = Stopwatch.GetTimestamp() + s_pause;
            while (queue.Count == seen && Stopwatch.GetTimestamp() < until)
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Gives the callers of the last batch a moment to come again. The loop stays where it is meanwhile: had it to
    /// wait for the queue, it would change threads twice for each batch.</summary>
    public void AwaitUsualCallers()
    {
        var until = Stopwatch.GetTimestamp() + s_patience;
        while (queue.Count < _expected && Stopwatch.GetTimestamp() < until)
        {
            Thread.Yield();
        }
    }
}
