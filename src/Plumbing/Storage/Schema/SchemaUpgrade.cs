using System.Data.Common;
using Dapper;

namespace Actors.Plumbing.Storage.Schema;

/// <summary>Brings a database to the program's schema, inside one transaction that other starters wait for.</summary>
internal sealed class SchemaUpgrade(DbTransaction transaction, string provider, DateTimeOffset now)
{
    private const string CreateHistory = """
        CREATE TABLE IF NOT EXISTS schema_history (
            module TEXT NOT NULL,
            number BIGINT NOT NULL,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL,
            PRIMARY KEY (module, number)
        )
        """;

    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>Applies what is missing.</summary>
    /// <returns>The names of the applied scripts.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IEnumerable<SchemaModule> modules, CancellationToken ct)
    {
        await _connection.ExecuteAsync(new CommandDefinition(CreateHistory, null, transaction, cancellationToken: ct)).ConfigureAwait(false);
        const string history = "SELECT module, number, name, checksum FROM schema_history ORDER BY module, number";
        var rows = await _connection.QueryAsync<AppliedScript>(new CommandDefinition(history, null, transaction, cancellationToken: ct)).ConfigureAwait(false);
        var applied = rows.ToLookup(row => row.Module);
        var done = new List<string>();
        foreach (var module in modules)
        {
            foreach (var script in Missing(module, [.. applied[module.Name]]))
            {
                await ApplyAsync(module.Name, script, ct).ConfigureAwait(false);
                done.Add($"{module.Name} {script.Number:000}-{script.Name}");
            }
        }

        return done;
    }

    private List<SchemaScript> Missing(SchemaModule module, List<AppliedScript> applied)
    {
        var scripts = module.Scripts(provider).ToDictionary(script => (long)script.Number);
        foreach (var row in applied)
        {
            if (!scripts.Remove(row.Number, out var script))
            {
                throw new SchemaException(
                    $"The database is newer than this program: it has script {row.Number:000}-{row.Name} of {row.Module}, which this program does not know. Start the newer program.");
            }

            if (script.Checksum != row.Checksum)
            {
                throw new SchemaException(
                    $"Script {row.Number:000}-{script.Name} of {row.Module} was changed after it was applied to this database. Put it back and add a new script instead.");
            }
        }

        var last = applied.Count == 0 ? 0 : applied[^1].Number;
        var late = scripts.Values.FirstOrDefault(script => script.Number < last);
        return late is null
            ? [.. scripts.Values.OrderBy(script => script.Number)]
            : throw new SchemaException($"Script {late.Number:000}-{late.Name} of {module.Name} is missing in this database although later ones were applied. Give it a number after {last:000}.");
    }

    private async Task ApplyAsync(string module, SchemaScript script, CancellationToken ct)
    {
        try
        {
            await _connection.ExecuteAsync(new CommandDefinition(script.Sql, null, transaction, commandTimeout: 0, cancellationToken: ct)).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new SchemaException($"Script {script.Number:000}-{script.Name} of {module} failed, and nothing was changed: {exception.Message}", exception);
        }

        const string insert = "INSERT INTO schema_history (module, number, name, checksum, applied_at) VALUES (@module, @Number, @Name, @Checksum, @at)";
        var line = new { module, script.Number, script.Name, script.Checksum, at = now.ToUnixTimeMilliseconds() };
        await _connection.ExecuteAsync(new CommandDefinition(insert, line, transaction, cancellationToken: ct)).ConfigureAwait(false);
    }
}
