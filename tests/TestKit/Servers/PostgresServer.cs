using System.Diagnostics;
using Npgsql;

namespace Actors.TestKit;

/// <summary>
/// A private PostgreSQL on 127.0.0.1, in a temporary folder, with the durable defaults (fsync on). Runs as another user when
/// we are root, since PostgreSQL refuses root. Ended by process id, with the test process at the latest.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartOwnAsync);
    private static int _databases;
    private readonly TempFolder _temp = new("pg");
    private readonly int _port = FreePort.Next();
    private Child? _server;

    private PostgresServer()
    {
    }

    /// <summary>Why tests with PostgreSQL cannot run here, or null.</summary>
    public static string? WhyMissing { get; } =
        Program("initdb") is null ? "needs PostgreSQL (tests/run installs it; Debian: postgresql)" : null;

    /// <summary>The server that all tests of this process share; started by the first caller.</summary>
    public static Task<PostgresServer> StartAsync() => Shared.Value;

    /// <summary>A server for one test alone, which may kill it.</summary>
    public static async Task<PostgresServer> StartOwnAsync()
    {
        var server = new PostgresServer();
        await server.InitialiseAsync();
        await server.RestartAsync();
        return server;
    }

    /// <summary>A fresh, empty database.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new PostgresDatabase(this, name, _port);
    }

    /// <summary>Starts the server (again) on the same data and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        var start = Command("postgres", "-D", _temp.Combine("data"), "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1",
            "-c", $"unix_socket_directories={_temp.Folder}", "-c", "max_connections=200");
        _server = Child.Start(start, "INT");
        await Waiting.UntilAsync("PostgreSQL to answer", AnswersAsync);
    }

    /// <summary>Kills the server with SIGKILL, as a crash would.</summary>
    public async Task KillAsync()
    {
        await _server!.SignalAsync(Signals.Kill);
        NpgsqlConnection.ClearAllPools();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server!.SignalAsync(Signals.Interrupt);
        _temp.Dispose();
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresDatabase.ConnectionTo("postgres", _port) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string? Program(string name) => Programs.Find(name, Programs.PostgresFolders);

    private static string User { get; } =
        File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    // setpriv becomes the server by exec, so that the process id is the server's own.
    private static ProcessStartInfo Command(string name, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Child.Command("setpriv", ["--reuid", User, "--clear-groups", "--", Program(name)!, .. arguments])
            : Child.Command(Program(name)!, arguments);

    private async Task InitialiseAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await Child.RunAsync(Child.Command("chown", User, _temp.Folder));
        await Child.RunAsync(Command("initdb", "-D", _temp.Combine("data"), "-U", PostgresDatabase.Owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"));
    }

    private async Task<bool> AnswersAsync()
    {
        if (_server!.HasExited)
            throw new InvalidOperationException("PostgreSQL did not start: " + _server.Output);
        try
        {
            await ExecuteAsync("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
