using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>Opens connections to the database file.</summary>
/// <param name="path">The file.</param>
/// <param name="onWriterOpened">Runs on every new writing connection; tests simulate disk faults with it.</param>
internal sealed class SqliteFile(string path, Action<SqliteConnection>? onWriterOpened = null)
{
    /// <summary>Milliseconds to wait for a transaction of another program (a backup, a shell).</summary>
    private const int BusyTimeout = 5000;

    /// <summary>The size of the write-ahead log, in pages of 4 KiB, at which it is copied into the file.</summary>
    private const int CheckpointPages = 4000;

    /// <summary>The maximum size of the log file after a checkpoint, in bytes.</summary>
    private const int JournalLimit = 64 << 20;

    // Selects the engine of the package, not one of the system.
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
        onWriterOpened?.Invoke(connection);
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
