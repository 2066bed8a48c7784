using Npgsql;

namespace Actors.TestKit;

/// <summary>A database of a private server. It is dropped at the end, even with open connections.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    internal const string Owner = "actors";
    private readonly PostgresServer _server;
    private readonly string _name;

    internal PostgresDatabase(PostgresServer server, string name, int port)
    {
        (_server, _name) = (server, name);
        ConnectionString = ConnectionTo(name, port);
        Url = $"postgres://{Owner}@127.0.0.1:{port}/{name}";
    }

    /// <summary>The Npgsql connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>The value of <c>DATABASE_URL</c>.</summary>
    public string Url { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        await _server.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    internal static string ConnectionTo(string name, int port) => $"Host=127.0.0.1;Port={port};Username={Owner};Database={name}";
}
