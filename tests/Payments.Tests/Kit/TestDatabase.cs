using System.Reflection;
using Actors.TestKit;
using Xunit.Sdk;

namespace Actors.Payments.Tests.Kit;

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[false]];
}

/// <summary>Runs a theory on PostgreSQL, or skips it with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.WhyMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[true]];
}

/// <summary>The database of a test: a folder, and a PostgreSQL database if requested.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TempFolder _folder = new("payments");
    private readonly PostgresDatabase? _postgres;

    private TestDatabase(PostgresDatabase? postgres) => _postgres = postgres;

    public string Folder => _folder.Folder;

    public string? Url => _postgres?.Url;

    public static async Task<TestDatabase> CreateAsync(bool postgres) =>
        new(postgres ? await (await PostgresServer.StartAsync()).CreateDatabaseAsync() : null);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        _folder.Dispose();
    }
}
