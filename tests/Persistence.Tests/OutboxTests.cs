using System.Collections.Concurrent;
using Actors.Persistence.Outbox;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

public sealed class OutboxTests
{
    private readonly ManualTimeProvider _time = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_due_message_is_delivered_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var handler = new Handler();
        var dispatcher = Dispatcher(store, handler);
        var message = Message("m1") with { NotBefore = _time.GetUtcNow().AddMinutes(1) };
        await store.Rows.CommitAsync(new WriteSet().Enqueue(message));
        await store.Rows.CommitAsync(new WriteSet().Enqueue(message with { Document = "another" }));

        (await RunOnceAsync(dispatcher)).ShouldBe(0);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await RunOnceAsync(dispatcher)).ShouldBe(1);
        (await RunOnceAsync(dispatcher)).ShouldBe(0);

        handler.Seen.ShouldHaveSingleItem().Document.ShouldBe("{}");
        await store.Rows.CommitAsync(new WriteSet().Enqueue(message));
        (await RunOnceAsync(dispatcher)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failed_message_is_retried_and_keeps_its_error(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var handler = new Handler { Failures = 2 };
        var dispatcher = Dispatcher(store, handler);
        await store.Rows.CommitAsync(new WriteSet().Enqueue(Message("m1")));

        await RunOnceAsync(dispatcher);
        (await RunOnceAsync(dispatcher)).ShouldBe(0);
        (await store.Rows.QueryAsync<string>("SELECT last_error FROM outbox WHERE attempts = 1")).ShouldBe(["InvalidOperationException: not today"]);
        _time.Advance(Backoff.First);
        (await RunOnceAsync(dispatcher)).ShouldBe(1);
        _time.Advance(Backoff.First * 2);
        (await RunOnceAsync(dispatcher)).ShouldBe(1);

        handler.Seen.Count.ShouldBe(3);
        (await store.Rows.QueryAsync<long>("SELECT attempts FROM outbox WHERE done_at IS NOT NULL AND last_error IS NULL")).ShouldBe([3]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_claim_of_a_killed_program_expires(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Enqueue(Message("m1")));
        var rows = new OutboxRows(store.Rows);
        await rows.ClaimAsync("mail", 10, _time.GetUtcNow(), _time.GetUtcNow() + OutboxDispatcher.ClaimTime, default);

        var handler = new Handler();
        var dispatcher = Dispatcher(store, handler);
        (await RunOnceAsync(dispatcher)).ShouldBe(0);
        _time.Advance(OutboxDispatcher.ClaimTime);
        (await RunOnceAsync(dispatcher)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Parallel_programs_share_the_messages(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await database.OpenAsync();
        await using var other = await database.OpenAsync();
        var set = new WriteSet();
        for (var i = 0; i < 60; i++)
        {
            set.Enqueue(Message($"m{i}"));
        }

        await one.Rows.CommitAsync(set);
        var handler = new Handler();
        await Task.WhenAll(DrainAsync(Dispatcher(one, handler)), DrainAsync(Dispatcher(other, handler)));

        handler.Seen.Select(m => m.Id).Order().ShouldBe(Enumerable.Range(0, 60).Select(i => $"m{i}").Order());
    }

    [Fact]
    public async Task A_stored_message_is_delivered_at_once()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var store = await database.OpenAsync();
        var handler = new Handler();
        using var service = new OutboxService(
            store.Rows, new OutboxRows(store.Rows), Dispatcher(store, handler), _time, NullLogger<OutboxService>.Instance);
        await service.StartAsync(default);
        await _time.TimerArmedAsync(OutboxLane.LongestSleep);

        await store.Rows.CommitAsync(new WriteSet().Enqueue(Message("m1")));
        await handler.First.Within("the message");
        await service.StopAsync(default);
    }

    [Fact]
    public void The_backoff_grows_within_its_bounds()
    {
        var backoff = new Backoff(new ConstantRandom());

        backoff.After(1).ShouldBe(Backoff.First / 2);
        backoff.After(3).ShouldBe(Backoff.First * 2);
        backoff.After(1000).ShouldBe(Backoff.Longest / 2);
    }

    private static async Task<int> RunOnceAsync(OutboxDispatcher dispatcher)
    {
        var started = await dispatcher.StartAsync("mail", OutboxLane.Slots, default);
        await Task.WhenAll(started);
        return started.Count;
    }

    private static async Task DrainAsync(OutboxDispatcher dispatcher)
    {
        while (await RunOnceAsync(dispatcher) > 0)
        {
        }
    }

    private OutboxDispatcher Dispatcher(TestStore store, Handler handler) => new(
        new OutboxRows(store.Rows), [handler], new Backoff(new ConstantRandom()), _time, NullLogger<OutboxDispatcher>.Instance);

    private OutboxMessage Message(string id) => new(id, "mail", "{}", _time.GetUtcNow());

    private sealed class Handler : IOutboxHandler
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Failures { get; set; }

        public ConcurrentQueue<OutboxMessage> Seen { get; } = [];

        public Task First => _first.Task;

        public string Topic => "mail";

        public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Seen.Enqueue(message);
            _first.TrySetResult();
            return Failures-- > 0 ? throw new InvalidOperationException("not today") : Task.CompletedTask;
        }
    }

    private sealed class ConstantRandom : Random
    {
        public override double NextDouble() => 1;
    }
}
