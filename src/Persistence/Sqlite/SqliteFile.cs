using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>The database file and how connections to it are opened.</summary>
/// <param name="path">The file.</param>
/// <param name="also">Runs on every new writing connection; tests make a disk fail with it.</param>
internal sealed class SqliteFile(string path, Action<SqliteConnection>? also = null)
{
    /// <summary>Milliseconds to wait for another program's transaction (a backup, a shell).</summary>
    private const int BusyTimeout = 5000;

    /// <summary>Pages in the write-ahead log before they are copied into the file: 4 KiB each.</summary>
    private const int CheckpointPages = 4000;

    /// <summary>Bytes the log file keeps after a checkpoint.</summary>
    private const int JournalLimit = 64 << 20;

    // Selects the engine that comes with the package, whatever the system has.
    static SqliteFile() => Batteries_V2.Init();

    public string Path => path;

    public SqliteConnection OpenWriter()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        var connection = Open(SqliteOpenMode.ReadWriteCreate, $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA journal_size_limit = {JournalLimit};
            """);
        also?.Invoke(connection);
        return connection;
    }

    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly, "PRAGMA query_only = ON;");

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {BusyTimeout}; {pragmas}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
