using System.Data.Common;
using System.Text.Json.Nodes;
using Actors.Plumbing.Commands;
using Actors.Plumbing.Storage;
using Actors.Plumbing.Storage.Locking;
using Actors.Plumbing.Storage.Moving;
using Actors.Plumbing.Storage.Writing;
using Actors.Plumbing.Tests.Storage.Kit;
using Actors.TestKit;
using Dapper;

namespace Actors.Plumbing.Tests.Storage;

/// <summary>An export is of one moment, also while the program writes.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Transfer = "UPDATE remarks SET body = 'moved'; UPDATE notes SET shelf = 'moved'";
    private readonly TempFolder _folder = new("export");

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_during_an_export_is_in_none_of_its_tables(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = database.OpenEngine();

        (await ExportAsync(engine, new WrittenMeanwhile(database))).ShouldBe(["here", "here"]);

        (await ExportAsync(engine)).ShouldBe(["moved", "moved"]);
    }

    [Theory, OnPostgres]
    public async Task Without_a_snapshot_an_export_is_of_two_moments(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = new GateEngine(database.OpenEngine()) { WithoutSnapshot = true };

        (await ExportAsync(engine, new WrittenMeanwhile(database))).ShouldBe(["moved", "moved"]);
    }

    private static async Task<TestDatabase> FilledAsync(string provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await RunAsync(database, "INSERT INTO notes (key, version, document, shelf) VALUES ('a', 1, '{}', 'here'); INSERT INTO remarks (note, number, body) VALUES ('a', 1, 'here')");
        return database;
    }

    /// <summary>What the file says of both tables.</summary>
    private async Task<string[]> ExportAsync(IEngine engine, params IOwnTables[] own)
    {
        var file = _folder.Combine($"{Guid.NewGuid():N}.jsonl");
        var startup = new StorageStartup(new NoLock(), TestDatabase.Schema(engine));
        var exported = await new ExportCommand(startup, engine, own).RunAsync(new CommandCall([file], _ => Task.CompletedTask), default);
        exported.ShouldBe(0);
        var rows = File.ReadLines(file).Select(line => JsonNode.Parse(line)!).ToLookup(line => line["table"]?.ToString(), line => line["row"]!);
        return [rows["notes"].Single()["shelf"]!.ToString(), rows["remarks"].Single()["body"]!.ToString()];
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var engine = database.OpenEngine();
        await using var transaction = await engine.BeginSnapshotAsync(default);
        await using var connection = transaction.Connection!;
        await connection.ExecuteAsync(sql, transaction: transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Commits a change when the export has looked at the database for the first time.</summary>
    private sealed class WrittenMeanwhile(TestDatabase database) : IOwnTables
    {
        public IReadOnlyList<string> Names => [];

        public IReadOnlyList<string> Rows => [];

        public async Task UnpackAsync(DbTransaction transaction, CancellationToken ct)
        {
            (await transaction.Connection!.ExecuteScalarAsync<long>("SELECT count(*) FROM notes WHERE shelf = 'here'", transaction: transaction)).ShouldBe(1);
            await RunAsync(database, Transfer);
        }

        public Task PackAsync(DbTransaction transaction, CancellationToken ct) => Task.CompletedTask;
    }
}
