using System.Collections.Concurrent;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Core.Holding;
using Actors.Persistence.Dump;
using Actors.Persistence.Holding;
using Actors.Persistence.Outbox;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

/// <summary>An imported or restored store sends nothing before it is released.</summary>
public sealed class HoldTests : IDisposable
{
    private const string GuardOff = "1 = 1";
    private static readonly StorageSettings s_settings = new("", null, Membership.Alone);

    private readonly TempFolder _folder = new("hold");
    private readonly ManualTimeProvider _time = new();
    private readonly Handler _handler = new();

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_due_message_of_an_imported_store_is_sent_after_the_release(string provider)
    {
        await using var database = await ImportedAsync(provider);
        await using var store = await database.OpenAsync();
        var rows = new OutboxRows(store.Rows);

        (await RunOnceAsync(rows)).ShouldBe(0);
        (await rows.NextDueAsync("mail", default)).ShouldBeNull("a lane must not run in circles");
        (await RunAsync(database, store, release: true)).ShouldBe("The store is released. Within half a minute every silo sends waiting messages and fetches again.");
        (await RunOnceAsync(rows)).ShouldBe(1);
        (await RunOnceAsync(rows)).ShouldBe(0);

        _handler.Seen.ShouldBe(["m1"]);
        (await RunAsync(database, store, release: true)).ShouldBe("The store was not held.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Control_Without_the_guard_the_message_is_sent_at_once(string provider)
    {
        await using var database = await ImportedAsync(provider);
        await using var store = await database.OpenAsync();

        (await RunOnceAsync(new OutboxRows(store.Rows, GuardOff))).ShouldBe(1);

        _handler.Seen.ShouldBe(["m1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_store_can_be_held_twice(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await RunAsync(database, store, release: false);
        await RunAsync(database, store, release: false);

        await store.Rows.CommitAsync(new WriteSet().Enqueue(Message()));

        (await new StoreHold(store.Rows, _time).IsHeldAsync(default)).ShouldBeTrue();
        (await RunOnceAsync(new OutboxRows(store.Rows))).ShouldBe(0);
    }

    [Fact]
    public async Task The_release_starts_the_outbox_of_a_running_program()
    {
        await using var database = await ImportedAsync("sqlite");
        await using var store = await database.OpenAsync();
        var rows = new OutboxRows(store.Rows);
        using var service = new OutboxService(store.Rows, rows, Dispatcher(rows), _time, NullLogger<OutboxService>.Instance);
        await service.StartAsync(default);
        await _time.TimerArmedAsync(OutboxLane.LongestSleep);
        _handler.Seen.ShouldBeEmpty();

        await RunAsync(database, store, release: true);

        await _handler.First.Within("the message");
        await service.StopAsync(default);
    }

    /// <summary>A copy of a database with a due message.</summary>
    private async Task<TestDatabase> ImportedAsync(string provider)
    {
        var file = _folder.Combine("all.jsonl");
        await using (var original = await TestDatabase.CreateAsync("sqlite"))
        {
            await using (var store = await original.OpenAsync()) await store.Rows.CommitAsync(new WriteSet().Enqueue(Message()));
            await using var from = original.OpenEngine();
            await DoneAsync(new ExportCommand(new StorageStartup(new NoLock(), TestDatabase.Schema(from), s_settings), from, []), file);
        }

        var copy = await TestDatabase.CreateAsync(provider);
        DapperTypes.Register();
        await using var to = copy.OpenEngine();
        (await DoneAsync(new ImportCommand(new StorageStartup(new NoLock(), TestDatabase.Schema(to), s_settings), to, [], _time), file)).ShouldEndWith(IHeldStore.Sentence);
        return copy;
    }

    private async Task<string> RunAsync(TestDatabase database, TestStore store, bool release)
    {
        await using var engine = database.OpenEngine();
        var (startup, hold) = (new StorageStartup(new NoLock(), TestDatabase.Schema(engine), s_settings), new StoreHold(store.Rows, _time));
        return await DoneAsync(release ? new ReleaseCommand(startup, hold) : new HoldCommand(startup, hold));
    }

    private static async Task<string> DoneAsync(ICommandHandler command, params string[] arguments)
    {
        var said = "";
        (await command.RunAsync(new CommandCall([.. arguments], line => Task.FromResult(said += line)), default)).ShouldBe(CommandExit.Done, said);
        return said;
    }

    private async Task<int> RunOnceAsync(OutboxRows rows)
    {
        var started = await Dispatcher(rows).StartAsync("mail", OutboxLane.Slots, default);
        await Task.WhenAll(started);
        return started.Count;
    }

    private OutboxDispatcher Dispatcher(OutboxRows rows) => new(rows, [_handler], new Backoff(new Random(1)), _time, NullLogger<OutboxDispatcher>.Instance);

    private OutboxMessage Message() => new("m1", "mail", "{}", _time.GetUtcNow());

    private sealed class Handler : IOutboxHandler
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Seen { get; } = [];

        public Task First => _first.Task;

        public string Topic => "mail";

        public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            Seen.Enqueue(message.Id);
            _first.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
