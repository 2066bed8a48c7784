using System.Data.Common;
using Dapper;

namespace Actors.Persistence.Migrations;

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
            oldest BIGINT NOT NULL,
            PRIMARY KEY (module, number)
        )
        """;

    // SELECT *, because a history from before the baseline lacks columns and must still be read to be refused.
    private const string Read = "SELECT * FROM schema_history ORDER BY module, number";
    private const string Insert = """
        INSERT INTO schema_history (module, number, name, checksum, applied_at, oldest)
        VALUES (@module, @Number, @Name, @Checksum, @at, @Oldest)
        """;

    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>The applied scripts, after creating the table if there is none.</summary>
    public async Task<IEnumerable<AppliedScript>> ReadAsync(CancellationToken cancellationToken)
    {
        await _connection.ExecuteAsync(Command(Create, null, cancellationToken)).ConfigureAwait(false);
        return await _connection.QueryAsync<AppliedScript>(Command(Read, null, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Records an applied script.</summary>
    public Task AddAsync(string module, SchemaScript script, CancellationToken cancellationToken) => _connection.ExecuteAsync(
        Command(Insert, new { module, script.Number, script.Name, script.Checksum, at = now.ToUnixTimeMilliseconds(), script.Oldest }, cancellationToken));

    private CommandDefinition Command(string sql, object? args, CancellationToken cancellationToken) => new(sql, args, transaction, cancellationToken: cancellationToken);
}
