using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Persistence.Dump;
using Actors.Persistence.Migrations;
using Actors.Persistence.Tests.Kit;
using Actors.Persistence.Writing;
using Actors.TestKit;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

/// <summary>An export shows one moment, even while the program writes.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Transfer = "UPDATE remarks SET body = 'moved'; UPDATE notes SET shelf = 'moved'";
    private static readonly StorageSettings s_settings = new("", null, Membership.Alone);
    private readonly TempFolder _folder = new("export");

    public void Dispose() => _folder.Dispose();

    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_during_an_export_are_not_exported(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = database.OpenEngine();

        (await ExportAsync(engine, new WrittenMeanwhile(database))).ShouldBe(["here", "here"]);

        (await ExportAsync(engine)).ShouldBe(["moved", "moved"]);
    }

    [Theory, OnPostgres]
    public async Task Control_Without_a_snapshot_an_export_has_two_moments(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = new GateEngine(database.OpenEngine()) { WithoutSnapshot = true };

        (await ExportAsync(engine, new WrittenMeanwhile(database))).ShouldBe(["moved", "moved"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_export_by_a_newer_program_does_not_change_the_schema(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = database.OpenEngine();
        var newer = new SchemaModule("newer", _ => [new SchemaScript(1, "more", null, "CREATE TABLE more (key TEXT)")]);
        var startup = new StorageStartup(
            new NoLock(), new SchemaRunner(engine, [newer], TimeProvider.System, NullLogger<SchemaRunner>.Instance), s_settings);

        var export = new ExportCommand(startup, engine, []).RunAsync(new CommandCall([_folder.Combine("all")], _ => Task.CompletedTask), default);

        (await Should.ThrowAsync<SchemaException>(export)).Message.ShouldStartWith("The database is older than this program: it lacks script 001-more of newer.");
        (await engine.QueryAsync<long>("SELECT count(*) FROM schema_history WHERE module = 'newer'", null, default)).ShouldBe([0]);
        Directory.EnumerateFileSystemEntries(_folder.Folder).ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task A_failed_export_leaves_no_file_and_only_the_owner_can_read_one(string provider)
    {
        await using var database = await FilledAsync(provider);
        await using var engine = database.OpenEngine();
        var file = _folder.Combine("all");

        (await RunAsync(engine, file, new WrittenMeanwhile(database) { Fails = true })).Exit.ShouldBe(1);
        Directory.EnumerateFileSystemEntries(_folder.Folder).ShouldBeEmpty();

        (await RunAsync(engine, file)).Exit.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(_folder.Folder).ShouldBe([file]);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await RunAsync(engine, file)).ShouldBe((1, $"Nothing was exported: {file} already exists."));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("../all")]
    [InlineData("/srv/all")]
    public async Task The_file_is_relative_to_the_callers_folder(string path)
    {
        var prompt = new FilePrompt(ExportCommand.Syntax);

        (await prompt.AskAsync([path], null!, default))!.Arguments.ShouldBe([Path.GetFullPath(path)]);
        (await prompt.AskAsync([path, "more"], null!, default))!.Arguments.ShouldBe([path, "more"]);
    }

    private static async Task<TestDatabase> FilledAsync(string provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await RunAsync(database, "INSERT INTO notes (key, version, document, shelf) VALUES ('a', 1, '{}', 'here'); INSERT INTO remarks (note, number, body) VALUES ('a', 1, 'here')");
        return database;
    }

    /// <summary>The rows of both tables in the file.</summary>
    private async Task<string[]> ExportAsync(IEngine engine, params IOwnTables[] own)
    {
        var file = _folder.Combine($"{Guid.NewGuid():N}.jsonl");
        (await RunAsync(engine, file, own)).Exit.ShouldBe(0);
        var rows = File.ReadLines(file).Select(line => JsonNode.Parse(line)!).ToLookup(line => line["table"]?.ToString(), line => line["row"]!);
        return [rows["notes"].Single()["shelf"]!.ToString(), rows["remarks"].Single()["body"]!.ToString()];
    }

    private static async Task<(int Exit, string Said)> RunAsync(IEngine engine, string file, params IOwnTables[] own)
    {
        var said = "";
        var call = new CommandCall([file], line => Task.FromResult(said += line));
        var startup = new StorageStartup(new NoLock(), TestDatabase.Schema(engine), s_settings);
        return (await new ExportCommand(startup, engine, own).RunAsync(call, default), said);
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var engine = database.OpenEngine();
        await using var transaction = await engine.BeginSnapshotAsync(default);
        await using var connection = transaction.Connection!;
        await connection.ExecuteAsync(sql, transaction: transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Commits a change after the first query of the export.</summary>
    private sealed class WrittenMeanwhile(TestDatabase database) : IOwnTables
    {
        public bool Fails { get; init; }

        public IReadOnlyList<string> Names => [];

        public IReadOnlyList<string> Rows => [];

        public IReadOnlyList<string> Common => ["grain_state"];

        public async IAsyncEnumerable<DumpRow> RowsAsync(DbTransaction transaction, string common, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            (await transaction.Connection!.ExecuteScalarAsync<long>("SELECT count(*) FROM notes WHERE shelf = 'here'", transaction: transaction)).ShouldBe(1);
            await RunAsync(database, Transfer);
            if (Fails) throw new IOException("full");
            yield break;
        }

        public Task PackAsync(DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
