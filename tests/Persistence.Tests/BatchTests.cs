using Actors.Persistence.Tests.Kit;
using Actors.Persistence.Writing;
using Orleans.Storage;

namespace Actors.Persistence.Tests;

public sealed class BatchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Waiting_sets_share_one_transaction(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var writes = await QueueAsync(engine, store, 20, i => new WriteSet().Put(Note.Kind, $"n{i}", new Note("x"), null));

        engine.Open();
        await Task.WhenAll(writes);

        engine.Batches.ShouldBe([1, 19]);
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes")).ShouldBe([20]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_set_fails_alone(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var writes = await QueueAsync(engine, store, 10, i => new WriteSet()
            .Upsert(Remark.Kind, new Remark($"n{i}", 1, "remark")).Put(Note.Kind, $"n{i}", new Note("x"), i is 4 or 7 ? 5 : null));

        engine.Open();

        for (var i = 0; i < writes.Count; i++)
        {
            await (i is 4 or 7 ? Should.ThrowAsync<InconsistentStateException>(writes[i]) : writes[i]);
        }

        engine.Batches.ShouldBe([1, 9]);
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes")).ShouldBe([8]);
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM remarks")).ShouldBe([8]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_set_is_rolled_back_alone(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var writes = await QueueAsync(engine, store, 6, i => new WriteSet()
            .Put(Note.Kind, $"n{i}", new Note("x") { Mark = i is 2 or 3 ? 77 : i }, null).Upsert(Remark.Kind, new Remark($"n{i}", 1, "remark")));

        engine.Open();

        for (var i = 0; i < writes.Count; i++)
        {
            await (i == 3 ? Should.ThrowAsync<RowRefusedException>(writes[i]) : writes[i]);
        }

        (await store.Rows.QueryAsync<string>("SELECT note FROM remarks ORDER BY note")).ShouldBe(["n0", "n1", "n2", "n4", "n5"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_to_one_row_keep_their_order_within_a_batch(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var writes = await QueueAsync(engine, store, 12, i => i % 2 == 0
            ? new WriteSet().Put(Note.Kind, "one", new Note($"{i}"), i == 0 ? null : i / 2)
            : new WriteSet().Remove(Remark.Kind, new Remark("r", 1, "")).Upsert(Remark.Kind, new Remark("r", 1, $"{i}")));

        engine.Open();
        await Task.WhenAll(writes);

        engine.Batches.ShouldBe([1, 11]);
        var row = (await store.Rows.ReadAsync(Note.Kind, "one"))!;
        row.ShouldBe(row with { Version = 6, State = new Note("10") });
        (await store.Rows.QueryAsync<string>("SELECT body FROM remarks")).ShouldBe(["11"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Statements_and_rows_of_a_batch_keep_their_order(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var writes = await QueueAsync(engine, store, 2, i => new WriteSet().Put(Note.Kind, $"n{i}", new Note("x", i), null));
        var changed = store.Rows.ExecuteAsync("UPDATE notes SET shelf = 'first'");
        var refused = store.Rows.ExecuteAsync("UPDATE nowhere SET shelf = 'x'");
        var put = store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "n1", new Note("x", 5, "second"), 1));
        var counted = store.Rows.ReturningAsync<long>("UPDATE notes SET pages = pages + 1 RETURNING pages");

        engine.Open();
        await Task.WhenAll(writes);

        (await changed).ShouldBe(2);
        await Should.ThrowAsync<RowRefusedException>(refused);
        await put;
        (await counted).Order().ShouldBe([1, 6]);
        engine.Batches.ShouldBe([1, 5]);
        (await store.Rows.QueryAsync<string>("SELECT shelf FROM notes ORDER BY key")).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task The_size_of_a_batch_is_bounded()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        var body = new string('x', (BatchCollector.MaxBytes / 2) + 1);
        var writes = await QueueAsync(engine, store, 5, i => new WriteSet().Upsert(Remark.Kind, new Remark("r", i, body)));

        engine.Open();
        await Task.WhenAll(writes);

        engine.Batches.ShouldBe([1, 2, 2]);
    }

    [Fact]
    public async Task Callers_of_a_full_queue_wait_and_can_cancel()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var (engine, store) = await ClosedAsync(database, queue: 4);
        await using var _ = store;
        var inQueue = await QueueAsync(engine, store, 5, i => new WriteSet().Put(Note.Kind, $"n{i}", new Note("x"), null));
        using var patience = new CancellationTokenSource();

        var waits = store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "waits", new Note("x"), null));
        var givesUp = store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "gives up", new Note("x"), null), patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(givesUp);
        engine.Open();
        await Task.WhenAll([.. inQueue, waits]);

        (await store.Rows.ReadAsync(Note.Kind, "waits")).ShouldNotBeNull();
        (await store.Rows.ReadAsync(Note.Kind, "gives up")).ShouldBeNull();
    }

    [Fact]
    public async Task An_outage_fails_every_waiting_set()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var (engine, store) = await ClosedAsync(database);
        await using var _ = store;
        engine.Fault = new IOException("gone");
        var writes = await QueueAsync(engine, store, 8, i => new WriteSet().Put(Note.Kind, $"n{i}", new Note("x"), null));

        engine.Open();
        foreach (var write in writes)
        {
            await Should.ThrowAsync<StoreUnavailableException>(write);
        }

        engine.Fault = null;
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "n1", new Note("again"), null));
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes")).ShouldBe([1]);
    }

    [Fact]
    public async Task Closing_stores_waiting_sets_and_refuses_new_ones()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var (engine, store) = await ClosedAsync(database);
        var writes = await QueueAsync(engine, store, 5, i => new WriteSet().Put(Note.Kind, $"n{i}", new Note("x"), null));

        var closing = store.DisposeAsync();
        engine.Open();
        await closing;

        await Task.WhenAll(writes);
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "late", new Note("x"), null)));
    }

    private static async Task<(GateEngine, TestStore)> ClosedAsync(TestDatabase database, int queue = 100)
    {
        await using (await database.OpenAsync())
        {
            // Only the schema.
        }

        var engine = new GateEngine(database.OpenEngine());
        return (engine, new TestStore(engine, queue));
    }

    /// <summary>The first set is blocked at the gate, the others wait in the queue.</summary>
    private static async Task<List<Task>> QueueAsync(GateEngine engine, TestStore store, int count, Func<int, WriteSet> set)
    {
        var writes = new List<Task> { store.Rows.CommitAsync(set(0)) };
        await engine.FirstArrived;
        writes.AddRange(Enumerable.Range(1, count - 1).Select(i => store.Rows.CommitAsync(set(i))));
        return writes;
    }
}
