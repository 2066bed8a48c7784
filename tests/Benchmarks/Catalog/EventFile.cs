using Actors.Persistence.Sqlite;
using Actors.TestKit;
using Dapper;

namespace Actors.Benchmarks.Catalog;

/// <summary>Reads the events in a silo's database directly.</summary>
internal static class EventFile
{
    /// <summary>The SQLite file of a silo.</summary>
    public static SqliteFile Of(SiloSettings settings) => new(Path.Combine(settings.DataDir, "actors.db"));

    public static async Task<long> CountAsync(SiloSettings settings) => (await NamesAsync<long>(settings, "count(*)"))[0];

    public static Task<List<string>> UuidsAsync(SiloSettings settings) => NamesAsync<string>(settings, "key");

    public static Task<List<long>> NumbersAsync(SiloSettings settings) => NamesAsync<long>(settings, "id");

    private static async Task<List<T>> NamesAsync<T>(SiloSettings settings, string what)
    {
        using var connection = Of(settings).OpenReader();
        return [.. await connection.QueryAsync<T>($"SELECT {what} FROM events")];
    }
}
