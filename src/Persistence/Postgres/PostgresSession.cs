using Actors.Persistence.Writing;
using Npgsql;

namespace Actors.Persistence.Postgres;

/// <summary>The writing connection. It runs groups of writes as set-based statements in one round trip.</summary>
internal sealed class PostgresSession : IAsyncDisposable
{
    // Writes must find rows by key. The planner does not know the length of the arrays and would scan small tables.
    private const string Settings = "SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; SET synchronous_commit = on";

    private readonly Dictionary<(TableShape, RowAction), string> _statements = [];

    private PostgresSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    public static async Task<PostgresSession> OpenAsync(NpgsqlDataSource source)
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        var session = new PostgresSession(connection);
        await session.RunAsync(Settings).ConfigureAwait(false);
        return session;
    }

    public async Task RunAsync(string sql)
    {
        var command = new NpgsqlCommand(sql, Connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs groups of writes. Outside a transaction the groups form one.</summary>
    /// <returns>The writes whose row has changed.</returns>
    public async Task<List<(WriteSet Set, RowWrite Write)>> RunAsync(IReadOnlyList<WriteGroup> groups)
    {
        var stale = new List<(WriteSet, RowWrite)>();
        if (groups.Count == 0)
        {
            return stale;
        }

        var batch = new NpgsqlBatch(Connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var group in groups)
        {
            batch.BatchCommands.Add(PostgresArrays.Command(StatementOf(group.Writes[0]), group.Writes));
        }

        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        foreach (var group in groups.Where(g => g.IsVersioned))
        {
            await CollectStaleAsync(reader, group, stale).ConfigureAwait(false);
            await reader.NextResultAsync().ConfigureAwait(false);
        }

        return stale;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private static async Task CollectStaleAsync(NpgsqlDataReader reader, WriteGroup group, List<(WriteSet, RowWrite)> stale)
    {
        var changed = new HashSet<string>(group.Writes.Count);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            changed.Add(reader.GetString(0));
        }

        for (var i = 0; changed.Count < group.Writes.Count && i < group.Writes.Count; i++)
        {
            // Of two writes to one key in a group only one succeeds. Both are reported here; the caller then stores the sets one by one.
            if (!changed.Contains(group.Writes[i].Key))
            {
                stale.Add((group.Sets[i], group.Writes[i]));
            }
        }
    }

    private string StatementOf(RowWrite write)
    {
        if (!_statements.TryGetValue((write.Table, write.Action), out var sql))
        {
            sql = _statements[(write.Table, write.Action)] = PostgresSql.Of(write.Table, write.Action);
        }

        return sql;
    }
}
