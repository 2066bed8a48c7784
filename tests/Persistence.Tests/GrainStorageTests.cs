using Actors.Grains.Storage;
using Actors.Hosting.Storage;
using Actors.Persistence.Tests.Kit;
using Orleans.Storage;

namespace Actors.Persistence.Tests;

public sealed class GrainStorageTests
{
    private static readonly GrainId s_id = GrainId.Create("note", "k1");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_state_is_read_written_and_cleared(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        foreach (var storage in new IGrainStorage[] { new RowGrainStorage<Note>(store.Rows, Note.Kind), new DefaultGrainStorage(store.Rows) })
        {
            var state = new GrainState<Note>();
            await storage.ReadStateAsync("note", s_id, state);
            (state.RecordExists, state.ETag).ShouldBe((false, null));

            state.State = new Note("one");
            await storage.WriteStateAsync("note", s_id, state);
            (state.RecordExists, state.ETag).ShouldBe((true, "1"));
            await storage.WriteStateAsync("note", s_id, state);

            var again = new GrainState<Note>();
            await storage.ReadStateAsync("note", s_id, again);
            (again.State, again.ETag, again.RecordExists).ShouldBe((new Note("one"), "2", true));

            await storage.ClearStateAsync("note", s_id, again);
            (again.State, again.ETag, again.RecordExists).ShouldBe((new Note(), null, false));
            await Should.ThrowAsync<InconsistentStateException>(storage.WriteStateAsync("note", s_id, state));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_activation_cannot_write_or_clear(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var storage = new RowGrainStorage<Note>(store.Rows, Note.Kind);
        var (one, other) = (new GrainState<Note>(new Note("one")), new GrainState<Note>(new Note("other")));
        await storage.WriteStateAsync("note", s_id, one);

        await Should.ThrowAsync<InconsistentStateException>(storage.WriteStateAsync("note", s_id, other));
        await storage.ReadStateAsync("note", s_id, other);
        await storage.WriteStateAsync("note", s_id, other);
        await Should.ThrowAsync<InconsistentStateException>(storage.ClearStateAsync("note", s_id, one));

        (await store.Rows.ReadAsync(Note.Kind, "k1"))!.Version.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Clearing_without_an_etag_removes_any_version(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var storage = new RowGrainStorage<Note>(store.Rows, Note.Kind);
        var unread = new GrainState<Note>();
        await storage.ClearStateAsync("note", s_id, unread);
        await storage.WriteStateAsync("note", s_id, new GrainState<Note>(new Note("one")));

        await storage.ClearStateAsync("note", s_id, unread);

        (await store.Rows.ReadAsync(Note.Kind, "k1")).ShouldBeNull();
        (unread.State, unread.ETag, unread.RecordExists).ShouldBe((new Note(), null, false));
    }

    [Fact]
    public async Task States_of_one_grain_are_separate()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var store = await database.OpenAsync();
        var storage = new DefaultGrainStorage(store.Rows);
        await storage.WriteStateAsync("one", s_id, new GrainState<Cursor>(new Cursor { Page = 7 }));

        var other = new GrainState<Cursor>();
        await storage.ReadStateAsync("other", s_id, other);

        other.State.ShouldNotBeNull().Page.ShouldBe(0);
        (await store.Rows.QueryAsync<string>("SELECT key FROM grain_state")).ShouldBe(["one/note/k1"]);
        (await store.Rows.QueryAsync<string>("SELECT document FROM grain_state")).ShouldBe(["{\"Page\":7}"]);
    }

    [Fact]
    public async Task A_state_of_another_type_than_the_table_is_an_error()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var store = await database.OpenAsync();
        var storage = new RowGrainStorage<Note>(store.Rows, Note.Kind);

        var failure = await Should.ThrowAsync<ArgumentException>(() => storage.ReadStateAsync("cursor", s_id, new GrainState<Cursor>()));
        failure.Message.ShouldContain("State 'cursor' is a Cursor; table notes stores Note.");
    }

    private sealed class Cursor
    {
        public int Page { get; set; }
    }
}
