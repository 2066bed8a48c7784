using Actors.Persistence.Tests.Kit;
using Orleans.Storage;

namespace Actors.Persistence.Tests;

public sealed class RowStoreTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_written_state_is_read_back_with_its_version(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var note = new Note("Привет, \"мир\" 🌍 \u0000 end", 3) { Cover = [1, 0, 255], WrittenAt = DateTimeOffset.UnixEpoch.AddDays(1) };

        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", note, null));
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", note with { Pages = 4 }, 1));

        var row = (await store.Rows.ReadAsync(Note.Kind, "a"))!;
        row.Version.ShouldBe(2);
        row.State.Pages.ShouldBe(4);
        row.State.Text.ShouldBe(note.Text);
        row.State.Cover.ShouldBe(note.Cover);
        (await store.Rows.ReadAsync(Note.Kind, "b")).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Columns_have_the_values_for_queries(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var note = new Note("x", 7, "left\0") { Pinned = true, Weight = 1.5, Cover = [], WrittenAt = DateTimeOffset.FromUnixTimeMilliseconds(1234567890123) };
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", note, null).Put(Note.Kind, "b", new Note("empty"), null));

        var lines = await store.Rows.QueryAsync<Line>(
            "SELECT key, shelf, pages, written_at, pinned, weight, cover FROM notes WHERE key IN @keys ORDER BY key", new { keys = new[] { "a", "b" } });

        lines[0].ShouldBe(new Line("a", "left\uFFFD", 7, note.WrittenAt, true, 1.5, lines[0].Cover));
        lines[0].Cover.ShouldBe([]);
        lines[1].ShouldBe(new Line("b", null, 0, null, null, null, null));
        (await store.Rows.QueryAsync<string>("SELECT key FROM notes WHERE written_at >= @since", new { since = note.WrittenAt })).ShouldBe(["a"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_version_fails_and_changes_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("one"), null));

        await Should.ThrowAsync<InconsistentStateException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("two"), null)));
        await Should.ThrowAsync<InconsistentStateException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("two"), 2)));
        await Should.ThrowAsync<InconsistentStateException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "absent", new Note("two"), 1)));
        await Should.ThrowAsync<InconsistentStateException>(store.Rows.CommitAsync(new WriteSet().Delete(Note.Kind, "a", 2)));

        (await store.Rows.ReadAsync(Note.Kind, "a"))!.State.Text.ShouldBe("one");
        await store.Rows.CommitAsync(new WriteSet().Delete(Note.Kind, "a", 1));
        (await store.Rows.ReadAsync(Note.Kind, "a")).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_set_is_atomic(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("one"), null).Put(Note.Kind, "b", new Note("one"), null));

        var stale = new WriteSet()
            .Upsert(Remark.Kind, new Remark("a", 1, "never"))
            .Put(Note.Kind, "a", new Note("never"), 1)
            .Put(Note.Kind, "b", new Note("never"), 9)
            .Enqueue(new OutboxMessage("never", "t", "{}", DateTimeOffset.UnixEpoch));
        await Should.ThrowAsync<InconsistentStateException>(store.Rows.CommitAsync(stale));

        (await store.Rows.ReadAsync(Note.Kind, "a"))!.State.Text.ShouldBe("one");
        (await store.Rows.QueryAsync<long>("SELECT (SELECT count(*) FROM remarks) + (SELECT count(*) FROM outbox)")).ShouldBe([0]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Child_rows_are_committed_with_their_state(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("one"), null)
            .Upsert(Remark.Kind, new Remark("a", 1, "first")).Upsert(Remark.Kind, new Remark("a", 2, "second")).Upsert(Remark.Kind, new Remark("a", 3, "third")));
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("two"), 1)
            .Upsert(Remark.Kind, new Remark("a", 1, "changed")).Remove(Remark.Kind, new Remark("a", 3, "")));

        var remarks = await store.Rows.QueryAsync<string>("SELECT body FROM remarks WHERE note = @note ORDER BY number", new { note = "a" });
        remarks.ShouldBe(["changed", "second"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_value_affects_no_other_set(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("one") { Mark = 1 }, null));

        var twice = store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "b", new Note("same mark") { Mark = 1 }, null));
        var fine = store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "c", new Note("other mark") { Mark = 2 }, null));

        await Should.ThrowAsync<RowRefusedException>(twice);
        await fine;
        (await store.Rows.QueryAsync<string>("SELECT key FROM notes ORDER BY key")).ShouldBe(["a", "c"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Maintenance_writes_return_the_number_of_rows(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("one"), null).Put(Note.Kind, "b", new Note("one"), null));

        (await store.Rows.ExecuteAsync("UPDATE notes SET shelf = @shelf", new { shelf = "top" })).ShouldBe(2);
        await Should.ThrowAsync<RowRefusedException>(store.Rows.ExecuteAsync("UPDATE nowhere SET shelf = 1"));
        await store.Rows.PingAsync();
        store.Rows.Provider.ShouldBe(provider);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invalid_key_has_no_row_and_is_not_written(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        foreach (var key in new[] { "", "a\0b", "\ud800" })
        {
            (await store.Rows.ReadAsync(Note.Kind, key)).ShouldBeNull();
            Should.Throw<ArgumentException>(() => new WriteSet().Put(Note.Kind, key, new Note("x"), null));
        }

        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "🌍", new Note("x"), null));
        (await store.Rows.ReadAsync(Note.Kind, "🌍")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_set_is_committed_once()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var store = await database.OpenAsync();
        var set = new WriteSet().Put(Note.Kind, "a", new Note("one"), null);
        await store.Rows.CommitAsync(set);

        await Should.ThrowAsync<InvalidOperationException>(() => store.Rows.CommitAsync(set));
        Should.Throw<InvalidOperationException>(() => set.Delete(Note.Kind, "a", 1));
    }

    private sealed record Line(string Key, string? Shelf, long Pages, DateTimeOffset? WrittenAt, bool? Pinned, double? Weight, byte[]? Cover);
}
