using System.Threading.Channels;

namespace Actors.Persistence.Writing;

/// <summary>The only writer. It stores the waiting write sets in one transaction and completes each after the commit. Sets are stored in the
/// order of their arrival; a full queue makes callers wait.</summary>
internal sealed class BatchingWriter : IAsyncDisposable
{
    /// <summary>The capacity of the queue; further callers wait for space.</summary>
    public const int QueueCapacity = 4096;

    private readonly IEngine _engine;
    private readonly BatchCollector _collector;
    private readonly Channel<WriteSet> _queue;
    private readonly Task _loop;

    public BatchingWriter(IEngine engine, int capacity = QueueCapacity)
    {
        _engine = engine;
        _queue = Channel.CreateBounded<WriteSet>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _collector = new BatchCollector(_queue.Reader);
        _loop = RunAsync();
    }

    public Task CommitAsync(WriteSet set, CancellationToken cancellationToken)
    {
        set.Seal();
        return _queue.Writer.TryWrite(set) ? set.Answer : WaitForSpaceAsync(set, cancellationToken);
    }

    /// <summary>Refuses new sets, and returns when the queued ones are stored.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task WaitForSpaceAsync(WriteSet set, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.Writer.WriteAsync(set, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The store is closed.", closed);
        }

        await set.Answer.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = _collector.Collect();
            await StoreAsync(batch).ConfigureAwait(false);
            foreach (var set in batch)
            {
                set.Complete();
            }

            _collector.SpinForNextSets();
        }
    }

    private async ValueTask StoreAsync(List<WriteSet> batch)
    {
        try
        {
            await _engine.CommitAsync(batch).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // any exception goes to the callers, and the loop continues with the next batch
        catch (Exception exception)
#pragma warning restore CA1031
        {
            batch.ForEach(set => set.Refuse(_engine.Explain(exception)));
        }
    }
}
