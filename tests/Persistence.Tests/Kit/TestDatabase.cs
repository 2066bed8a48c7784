using Actors.Persistence.Migrations;
using Actors.Persistence.Postgres;
using Actors.Persistence.Sqlite;
using Actors.Persistence.Writing;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests.Kit;

/// <summary>A database for one test, on which several stores can be opened.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TempFolder _folder = new("store");
    private readonly PostgresDatabase? _postgres;

    private TestDatabase(PostgresDatabase? postgres) => _postgres = postgres;

    public string Folder => _folder.Folder;

    public string? Url => _postgres?.Url;

    public string Address => _postgres?.ConnectionString ?? _folder.Combine("actors.db");

    public static async Task<TestDatabase> CreateAsync(string provider) =>
        new(provider == "sqlite" ? null : await (await PostgresServer.StartAsync()).CreateDatabaseAsync());

    public IEngine OpenEngine() => _postgres is null
        ? new SqliteEngine(new SqliteFile(_folder.Combine("actors.db")))
        : new PostgresEngine(_postgres.ConnectionString);

    public async Task<TestStore> OpenAsync(params SchemaModule[] more)
    {
        DapperTypes.Register();
        var engine = OpenEngine();
        await Schema(engine, more).RunAsync(default);
        return new TestStore(engine);
    }

    public static SchemaRunner Schema(IEngine engine, params SchemaModule[] more) => new(
        engine,
        [SchemaModule.Of("storage", typeof(IRowStore).Assembly), SchemaModule.Of("tests", typeof(TestDatabase).Assembly), .. more],
        TimeProvider.System,
        NullLogger<SchemaRunner>.Instance);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _folder.Dispose();
    }
}
