using System.Diagnostics;
using Npgsql;

namespace Actors.TestKit;

/// <summary>
/// A private PostgreSQL with durable defaults (fsync on). If the tests run as root, it runs as another user, because PostgreSQL refuses root.
/// </summary>
public sealed class PostgresServer : PrivateServer
{
    private static readonly Lazy<Task<PostgresServer>> s_shared = new(StartOwnAsync);
    private static int s_databases;

    private PostgresServer() : base("pg", "database system is ready to accept connections")
    {
    }

    /// <summary>Why tests with PostgreSQL are skipped; null if they can run.</summary>
    public static string? WhyMissing { get; } =
        Program("initdb") is null ? "needs PostgreSQL (tests/run installs it; Debian: postgresql)" : null;

    /// <summary>The server shared by all tests of this process, started on first use.</summary>
    public static Task<PostgresServer> StartAsync() => s_shared.Value;

    /// <summary>A server for a single test, which may kill it.</summary>
    public static async Task<PostgresServer> StartOwnAsync()
    {
        var server = new PostgresServer();
        await server.InitialiseAsync();
        return await StartAsync(server);
    }

    /// <summary>A fresh, empty database.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref s_databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new PostgresDatabase(this, name, Port);
    }

    /// <inheritdoc/>
    public override async Task KillAsync()
    {
        await base.KillAsync();
        NpgsqlConnection.ClearAllPools();
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresDatabase.ConnectionTo("postgres", Port) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private protected override (string Name, int Number) EndSignal => ("INT", Signals.Interrupt);

    private string Data => Path.Combine(Folder, "data");

    private protected override ProcessStartInfo Command() => Command("postgres", "-D", Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1",
        "-c", $"unix_socket_directories={Folder}", "-c", "max_connections=200");

    /// <summary>The path of a program that comes with the server, such as <c>pg_dump</c>.</summary>
    public static string Tool(string name) => Program(name)!;

    private static string? Program(string name) => Programs.Find(name, Programs.PostgresFolders);

    private static string User { get; } =
        File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    // setpriv execs the server, so that the process id is the server's.
    private static ProcessStartInfo Command(string name, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Child.Command("setpriv", ["--reuid", User, "--clear-groups", "--", Program(name)!, .. arguments])
            : Child.Command(Program(name)!, arguments);

    private async Task InitialiseAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await Child.RunAsync(Child.Command("chown", User, Folder));
        await Child.RunAsync(Command("initdb", "-D", Data, "-U", PostgresDatabase.Owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"));
    }
}
