using System.Threading.Channels;
using Actors.Persistence.Outbox;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

public sealed class OutboxLaneTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_hanging_handler_does_not_delay_other_topics()
    {
        using Held slow = new("slow"), quick = new("quick");
        await using var outbox = await RunningAsync(slow, quick);

        await outbox.EnqueueAsync("slow", 2 * OutboxLane.Slots);
        await slow.BegunAsync(OutboxLane.Slots);
        await outbox.EnqueueAsync("quick", 1);

        await quick.BegunAsync(1);
        slow.ReleaseAll();
    }

    [Fact]
    public async Task A_free_slot_is_filled_while_others_are_busy()
    {
        using var handler = new Held("slow");
        await using var outbox = await RunningAsync(handler);
        await outbox.EnqueueAsync("slow", OutboxLane.Slots + 1);
        await handler.BegunAsync(OutboxLane.Slots);

        handler.ReleaseOne();

        await handler.BegunAsync(1);
        handler.UnderWay.ShouldBe(OutboxLane.Slots);
        handler.ReleaseAll();
    }

    [Fact]
    public async Task A_new_message_does_not_wait_for_a_running_one()
    {
        using var handler = new Held("slow");
        await using var outbox = await RunningAsync(handler);
        await outbox.EnqueueAsync("slow", 1);
        await handler.BegunAsync(1);

        await outbox.EnqueueAsync("slow", 1);

        await handler.BegunAsync(1);
        handler.ReleaseAll();
    }

    [Fact]
    public async Task Two_hundred_messages_are_delivered_once_each()
    {
        using var handler = new Held("slow");
        handler.ReleaseAll();
        await using var outbox = await RunningAsync(handler);

        await outbox.EnqueueAsync("slow", 200);

        (await handler.BegunAsync(200)).ShouldBeUnique();
    }

    private async Task<Running> RunningAsync(params Held[] handlers)
    {
        var database = await TestDatabase.CreateAsync("sqlite");
        var store = await database.OpenAsync();
        var rows = new OutboxRows(store.Rows);
        var dispatcher = new OutboxDispatcher(rows, handlers, new Backoff(new Random(1)), _time, NullLogger<OutboxDispatcher>.Instance);
        var service = new OutboxService(store.Rows, rows, dispatcher, _time, NullLogger<OutboxService>.Instance);
        await service.StartAsync(default);
        return new Running(database, store, service, _time);
    }

    private sealed class Running(TestDatabase database, TestStore store, OutboxService service, TimeProvider timeProvider) : IAsyncDisposable
    {
        private int _last;

        public Task EnqueueAsync(string topic, int count)
        {
            var set = new WriteSet();
            for (var i = 0; i < count; i++) set.Enqueue(new OutboxMessage($"m{_last++}", topic, "{}", timeProvider.GetUtcNow()));
            return store.Rows.CommitAsync(set);
        }

        public async ValueTask DisposeAsync()
        {
            await service.StopAsync(default);
            service.Dispose();
            await store.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    /// <summary>A handler that blocks until the test releases its messages.</summary>
    private sealed class Held(string topic) : IOutboxHandler, IDisposable
    {
        private readonly Channel<string> _begun = Channel.CreateUnbounded<string>();
        private readonly SemaphoreSlim _released = new(0);
        private int _underWay;

        public string Topic => topic;

        public int UnderWay => _underWay;

        public void ReleaseOne() => _released.Release();

        public void ReleaseAll() => _released.Release(10_000);

        public async Task<string[]> BegunAsync(int count)
        {
            var ids = new string[count];
            for (var i = 0; i < count; i++) ids[i] = await _begun.Reader.ReadAsync().AsTask().Within($"message {i + 1} of {count} of topic {topic}");
            return ids;
        }

        public void Dispose() => _released.Dispose();

        public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _underWay);
            _begun.Writer.TryWrite(message.Id);
            await _released.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref _underWay);
        }
    }
}
