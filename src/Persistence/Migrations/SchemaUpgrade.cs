using System.Data.Common;

namespace Actors.Persistence.Migrations;

/// <summary>Upgrades a database in one transaction; other programs that start meanwhile wait for it.</summary>
internal sealed class SchemaUpgrade(DbTransaction transaction, string provider, TimeProvider timeProvider)
{
    private readonly SchemaHistory _history = new(transaction, timeProvider.GetUtcNow());
    private readonly ScriptRetry _retry = new(transaction, timeProvider);

    /// <summary>Compatible scripts that newer programs applied.</summary>
    public List<string> Newer { get; } = [];

    /// <summary>Applies pending scripts.</summary>
    /// <returns>The names of the applied scripts.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IEnumerable<SchemaModule> modules, CancellationToken cancellationToken)
    {
        var rows = await _history.ReadAsync(cancellationToken).ConfigureAwait(false);
        var applied = rows.ToLookup(row => row.Module);
        var done = new List<string>();
        foreach (var module in modules)
        {
            foreach (var script in Missing(module, [.. applied[module.Name]]))
            {
                await ApplyAsync(module.Name, script, cancellationToken).ConfigureAwait(false);
                done.Add($"{module.Name} {script.Number:000}-{script.Name}");
            }
        }

        return done;
    }

    /// <summary>Throws if scripts are pending.</summary>
    public async Task CheckAsync(IEnumerable<SchemaModule> modules, CancellationToken cancellationToken)
    {
        var applied = (await _history.ReadAsync(cancellationToken).ConfigureAwait(false)).ToLookup(row => row.Module);
        foreach (var module in modules)
        {
            if (Missing(module, [.. applied[module.Name]]) is [var script, ..])
            {
                throw new SchemaException(
                    $"The database is older than this program: it lacks script {script.Number:000}-{script.Name} of {module.Name}. Use the program that runs on it, or upgrade the database with migrate.");
            }
        }
    }

    private List<SchemaScript> Missing(SchemaModule module, List<AppliedScript> applied)
    {
        var scripts = module.Scripts(provider).ToDictionary(script => (long)script.Number);
        RefuseOtherBaseline(module.Name, scripts.Values.MinBy(script => script.Number), applied);
        var known = scripts.Keys.DefaultIfEmpty().Max();
        foreach (var row in applied)
        {
            if (!scripts.Remove(row.Number, out var script))
            {
                Accept(row, known);
            }
            else if (script.Checksum != row.Checksum)
            {
                throw new SchemaException(
                    $"Script {row.Number:000}-{script.Name} of {row.Module} was changed after it was applied to this database. Restore it and add a new script instead.");
            }
        }

        var last = applied.Count == 0 ? 0 : applied[^1].Number;
        var late = scripts.Values.FirstOrDefault(script => script.Number < last);
        return late is null
            ? [.. scripts.Values.OrderBy(script => script.Number)]
            : throw new SchemaException($"Script {late.Number:000}-{late.Name} of {module.Name} is missing in this database although later ones were applied. Give it a number greater than {last:000}.");
    }

    /// <summary>Refuses a database that began with another first script: it has other tables, on which later scripts cannot build.</summary>
    private static void RefuseOtherBaseline(string module, SchemaScript? baseline, List<AppliedScript> applied)
    {
        if (baseline is null || applied.Count == 0 || applied.Exists(row => row.Number == baseline.Number && row.Name == baseline.Name)) return;
        throw new SchemaException(
            $"The database was created by a program older than script {baseline.Number:000}-{baseline.Name} of {module} and cannot be upgraded. Run export with that program, and import the file into a new database with this one.");
    }

    /// <summary>Accepts an unknown script unless it breaks this program.</summary>
    private void Accept(AppliedScript row, long known)
    {
        if (row.Oldest <= known)
        {
            Newer.Add($"{row.Module} {row.Number:000}-{row.Name}");
            return;
        }

        throw new SchemaException(
            $"The database is newer than this program: it has script {row.Number:000}-{row.Name} of {row.Module}, which is not compatible with this program. Start the newer program.");
    }

    private async Task ApplyAsync(string module, SchemaScript script, CancellationToken cancellationToken)
    {
        try
        {
            await _retry.RunAsync(script.Sql, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new SchemaException($"Script {script.Number:000}-{script.Name} of {module} failed, and nothing was changed: {exception.Message}", exception);
        }

        await _history.AddAsync(module, script, cancellationToken).ConfigureAwait(false);
    }
}
