using System.Data.Common;
using Dapper;

namespace Actors.Plumbing.Storage.Schema;

/// <summary>The table of applied scripts.</summary>
internal sealed class SchemaHistory(DbTransaction transaction, DateTimeOffset now)
{
    private const string Create = """
        CREATE TABLE IF NOT EXISTS schema_history (
            module TEXT NOT NULL,
            number BIGINT NOT NULL,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL,
            PRIMARY KEY (module, number)
        )
        """;

    // Programs from before this column neither read nor write it.
    private const string Oldest = "oldest";
    private const string AddOldest = $"ALTER TABLE schema_history ADD COLUMN {Oldest} BIGINT";
    private const string Read = $"SELECT module, number, name, checksum, {Oldest} FROM schema_history ORDER BY module, number";
    private const string Insert = $"""
        INSERT INTO schema_history (module, number, name, checksum, applied_at, {Oldest})
        VALUES (@module, @Number, @Name, @Checksum, @at, @Oldest)
        """;

    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>What was applied, after making the table what it should be.</summary>
    public async Task<IEnumerable<AppliedScript>> ReadAsync(CancellationToken ct)
    {
        await _connection.ExecuteAsync(Command(Create, null, ct)).ConfigureAwait(false);
        if (!await HasOldestAsync(ct).ConfigureAwait(false)) await _connection.ExecuteAsync(Command(AddOldest, null, ct)).ConfigureAwait(false);
        return await _connection.QueryAsync<AppliedScript>(Command(Read, null, ct)).ConfigureAwait(false);
    }

    /// <summary>Notes a script.</summary>
    public Task AddAsync(string module, SchemaScript script, CancellationToken ct) => _connection.ExecuteAsync(
        Command(Insert, new { module, script.Number, script.Name, script.Checksum, at = now.ToUnixTimeMilliseconds(), script.Oldest }, ct));

    private async Task<bool> HasOldestAsync(CancellationToken ct)
    {
        var reader = await _connection.ExecuteReaderAsync(Command("SELECT * FROM schema_history LIMIT 0", null, ct)).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        return Enumerable.Range(0, reader.FieldCount).Any(i => reader.GetName(i) == Oldest);
    }

    private CommandDefinition Command(string sql, object? args, CancellationToken ct) => new(sql, args, transaction, cancellationToken: ct);
}
