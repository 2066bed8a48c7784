using Actors.Persistence.Sqlite;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Data.Sqlite;

namespace Actors.Persistence.Tests;

/// <summary>Faults of SQLite, injected through the connection.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly TempFolder _folder = new("faults");
    private string _pragma = "";
    private SqliteConnection? _writer;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_refuses_writes_and_recovers()
    {
        await using var store = await OpenAsync();
        _pragma = "PRAGMA max_page_count = 40";
        Run(_pragma);
        var stored = 0;
        var refused = await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            for (; stored < 1000; stored++)
            {
                await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, $"n{stored}", new Note(new string('x', 2000)), null));
            }
        });

        refused.Message.ShouldBe("SQLite cannot be used: the disk is full");
        stored.ShouldBeInRange(1, 100);
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes")).ShouldBe([stored]);
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "more", new Note(new string('x', 9000)), null)));

        _pragma = "";
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "again", new Note(new string('x', 9000)), null));
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes")).ShouldBe([stored + 1]);
    }

    [Fact]
    public async Task A_read_only_file_refuses_writes_and_recovers()
    {
        await using var store = await OpenAsync();
        _pragma = "PRAGMA query_only = ON";
        Run(_pragma);

        var refused = await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("x"), null)));
        refused.Message.ShouldBe("SQLite cannot be used: the file is read-only");

        _pragma = "";
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("x"), null));
    }

    [Fact]
    public void Input_output_errors_are_outages()
    {
        SqliteErrors.Explain(new SqliteException("disk I/O error", 10, 778)).ShouldBeOfType<StoreUnavailableException>()
            .Message.ShouldBe("SQLite cannot be used: input/output error (778)");
        SqliteErrors.Explain(new SqliteException("malformed", 11)).ShouldBeOfType<StoreUnavailableException>();
        SqliteErrors.Explain(new SqliteException("UNIQUE", 19)).ShouldBeOfType<RowRefusedException>();
    }

    [Fact]
    public async Task An_unusable_folder_is_an_outage()
    {
        await File.WriteAllTextAsync(_folder.Combine("file"), "");
        await using var store = new TestStore(new SqliteEngine(new SqliteFile(_folder.Combine("file/actors.db"))));

        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("x"), null)));
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.ReadAsync(Note.Kind, "a"));
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.PingAsync());
    }

    private async Task<TestStore> OpenAsync()
    {
        DapperTypes.Register();
        var engine = new SqliteEngine(new SqliteFile(_folder.Combine("actors.db"), connection =>
        {
            _writer = connection;
            Run(_pragma);
        }));
        await TestDatabase.Schema(engine).RunAsync(default);
        var store = new TestStore(engine);
        await store.Rows.ExecuteAsync("DELETE FROM notes");
        return store;
    }

    private void Run(string pragma)
    {
        if (pragma.Length > 0)
        {
            using var command = _writer!.CreateCommand();
            command.CommandText = pragma;
            command.ExecuteNonQuery();
        }
    }
}
