using Npgsql;

namespace Actors.TestKit;

/// <summary>One database of a private server; dropped at the end, whoever is still connected.</summary>
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

    /// <summary>As Npgsql reads it.</summary>
    public string ConnectionString { get; }

    /// <summary>As <c>DATABASE_URL</c> is usually written.</summary>
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
