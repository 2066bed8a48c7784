using System.Threading.Channels;

namespace Actors.Persistence.Writing;

/// <summary>The only writer: takes the write sets that wait, stores them as one transaction, and answers each after the commit.
/// Order is first come, first served; a full queue makes callers wait.</summary>
internal sealed class BatchingWriter : IAsyncDisposable
{
    /// <summary>Write sets that may wait; more callers wait for a place.</summary>
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
        return _queue.Writer.TryWrite(set) ? set.Answer : WaitForPlaceAsync(set, cancellationToken);
    }

    /// <summary>Takes no more sets, and returns when those in the queue are stored and answered.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task WaitForPlaceAsync(WriteSet set, CancellationToken cancellationToken)
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
        for (var isIdle = true; await _queue.Reader.WaitToReadAsync().ConfigureAwait(false); isIdle = _queue.Reader.Count == 0)
        {
            if (isIdle) _collector.AwaitCallersOfOneRequest();
            var batch = _collector.Collect();
            await StoreAsync(batch).ConfigureAwait(false);
            foreach (var set in batch)
            {
                set.Complete();
            }

            _collector.AwaitUsualCallers();
        }
    }

    private async ValueTask StoreAsync(List<WriteSet> batch)
    {
        try
        {
            await _engine.CommitAsync(batch).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // whatever went wrong, the callers must hear it and the next batch must get its try
        catch (Exception exception)
#pragma warning restore CA1031
        {
            batch.ForEach(set => set.Refuse(_engine.Explain(exception)));
        }
    }
}
