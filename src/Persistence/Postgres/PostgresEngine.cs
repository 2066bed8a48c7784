using System.Data;
using System.Data.Common;
using System.Text.Json;
using Actors.Persistence.Writing;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Actors.Persistence.Postgres;

/// <summary>PostgreSQL: one writing session, and pooled connections for reads.</summary>
internal sealed class PostgresEngine : IEngine
{
    /// <summary>Maximum prepared statements per connection.</summary>
    private const int PreparedStatements = 200;

    /// <summary>The advisory lock that a process holds while it upgrades the schema.</summary>
    private const long SchemaLock = 0x4163746F72530001;

    /// <summary>How long a schema statement waits for a table. Other statements on the table queue behind it.</summary>
    private const string LockTimeout = "SET LOCAL lock_timeout = '300ms'";

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _writers;
    private PostgresTransactions? _transactions;

    public PostgresEngine(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = PreparedStatements,
            AutoPrepareMinUsages = 2,
        };
        _source = NpgsqlDataSource.Create(settings);

        // The writing session has its own settings and is not reused after a failure, so it is not pooled.
        _writers = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ToString()) { Pooling = false });
    }

    public string Provider => "postgresql";

    public async ValueTask CommitAsync(IReadOnlyList<WriteSet> batch)
    {
        _transactions ??= new PostgresTransactions(await PostgresSession.OpenAsync(_writers).ConfigureAwait(false));
        try
        {
            await _transactions.CommitAsync(batch).ConfigureAwait(false);
        }
        catch
        {
            // A failed session is not reused. The next batch opens a new one.
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken)
    {
        var command = _source.CreateCommand(PostgresSql.Read(kind.Shape));
        await using var _ = command.ConfigureAwait(false);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key, NpgsqlDbType = NpgsqlDbType.Text });
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var document = reader.GetFieldValue<byte[]>(1);
        return new StoredRow<T>(key, reader.GetInt64(0), JsonSerializer.Deserialize(document, kind.Json)!);
    }

    public async ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    public string Adapt(string sql) => PostgresDialect.Of(sql);

    public async ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var wait = new CommandDefinition("SELECT pg_advisory_xact_lock(@key)", new { key = SchemaLock }, transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        await connection.ExecuteAsync(wait).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition(LockTimeout, null, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return transaction;
    }

    public async ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
    }

    public Exception Explain(Exception exception) => PostgresErrors.Explain(exception);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await _writers.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask CloseAsync()
    {
        if (_transactions is { } open)
        {
            _transactions = null;
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }
}
