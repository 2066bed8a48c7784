using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Actors.Persistence.Writing;
using Dapper;

namespace Actors.Persistence.Commits;

/// <summary>
/// Finds the changed rows of a table whose rows have the number of the commit that wrote them (<see cref="Rows"/>). SQLite has one writer, which
/// numbers its commits. On PostgreSQL the number is the transaction id. Transactions commit in any order, so a point lists those in progress.
/// </summary>
public static class CommitSequence
{
    private const int EpochBytes = 6;

    // SQLite has one writer, so every number up to the last is visible.
    private const string SqlitePoint = "SELECT epoch, last + 1 AS next, '' AS open FROM commit_sequence";

    // A restored dump creates the table anew (another filenode). A recovered physical backup starts a new timeline of the write-ahead log. Another server has another identifier.
    private const string PostgresPoint = """
        SELECT concat_ws('/', c.epoch, s.system_identifier, pg_relation_filenode('commit_sequence'), left(pg_walfile_name(pg_current_wal_lsn()), 8)) AS epoch,
            pg_snapshot_xmax(p.now)::text::bigint AS next, array_to_string(ARRAY(SELECT pg_snapshot_xip(p.now)::text), ',') AS open
        FROM commit_sequence c, pg_control_system() s, (SELECT pg_current_snapshot() AS now) p
        """;

    /// <summary>Creates the row kind of a table whose changes can be queried.</summary>
    /// <param name="table">The table. It must have the column <c>commit_id</c>, which the engine sets.</param>
    /// <param name="json">The serialization of the document.</param>
    /// <param name="columns">The columns besides key, version, document and commit_id.</param>
    public static RowKind<TState> Rows<TState>(string table, JsonTypeInfo<TState> json, params RowColumn<TState>[] columns) =>
        new(TableShape.OfRows(table, columns, isSequenced: true), json, columns);

    /// <summary>Reads the rows that changed after a point, in one statement.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table, with the columns <c>id</c>, <c>version</c> and <c>commit_id</c>.</param>
    /// <param name="since">The point; null reads no rows, only the current point.</param>
    /// <param name="limit">The maximum number of rows.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<CommitChanges> ChangesAsync(
        this IDatabase database, string table, CommitPoint? since, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var point = database.Provider == "sqlite" ? SqlitePoint : PostgresPoint;
        var sql = $"""
            SELECT p.epoch, p.next, p.open, e.id, e.version FROM ({point}) p LEFT JOIN (
                SELECT id, version FROM {SqlNames.Checked(table)} WHERE {TableShape.CommitId} >= @next
                UNION ALL SELECT id, version FROM {table} WHERE {TableShape.CommitId} IN @open
                LIMIT @limit) e ON TRUE
            """;
        var args = new { next = since?.Next ?? long.MaxValue, open = (since?.Open ?? []).ToArray(), limit };
        var found = await database.QueryAsync<ChangeRow>(sql, args, cancellationToken).ConfigureAwait(false);
        var now = PointOf(found[0]);
        // A restored SQLite file has the old epoch but fewer commits.
        if (since is not null && (since.Epoch != now.Epoch || since.Watermark > now.Next)) return new CommitChanges(now, [], IsNewEpoch: true);
        return new CommitChanges(now, [.. found.Where(row => row.Id is not null).Select(row => new RowVersion(row.Id!.Value, row.Version))], IsNewEpoch: false);
    }

    /// <summary>
    /// Resets the commit numbers of rows that a backup brought from another server: they are numbers of transactions that this server has not begun.
    /// Visible rows of this server never have such numbers.
    /// </summary>
    internal static async Task AdoptAsync(DbTransaction transaction, string provider, CancellationToken cancellationToken)
    {
        if (provider == "sqlite") return;
        var connection = transaction.Connection!;
        CommandDefinition Command(string sql) => new(sql, null, transaction, cancellationToken: cancellationToken);
        const string sequenced = $"SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = '{TableShape.CommitId}'";
        foreach (var table in await connection.QueryAsync<string>(Command(sequenced)).ConfigureAwait(false))
        {
            const string future = $"{TableShape.CommitId} >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
            await connection.ExecuteAsync(Command($"UPDATE {SqlNames.Checked(table)} SET {TableShape.CommitId} = 0 WHERE {future}")).ConfigureAwait(false);
        }
    }

    private static CommitPoint PointOf(ChangeRow row) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Epoch)).AsSpan(0, EpochBytes)),
        row.Next,
        [.. row.Open.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))]);

    private sealed class ChangeRow
    {
        public string Epoch { get; init; } = "";

        public long Next { get; init; }

        public string Open { get; init; } = "";

        public long? Id { get; init; }

        public long Version { get; init; }
    }
}
