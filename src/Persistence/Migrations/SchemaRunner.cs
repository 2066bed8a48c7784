using Actors.Persistence.Commits;
using Actors.Persistence.Writing;

namespace Actors.Persistence.Migrations;

/// <summary>Creates and upgrades the tables of all modules at start-up.</summary>
internal sealed partial class SchemaRunner(IEngine engine, IEnumerable<SchemaModule> modules, TimeProvider timeProvider, ILogger<SchemaRunner> logger)
{
    /// <summary>Upgrades the schema; returns the applied scripts.</summary>
    /// <exception cref="SchemaException">The database does not fit, and was not changed.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var applied = await UpgradeAsync(cancellationToken).ConfigureAwait(false);
            foreach (var script in applied)
            {
                Applied(logger, script);
            }

            return applied;
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>Throws if scripts are pending; changes nothing.</summary>
    /// <exception cref="SchemaException">The database is older than this program, or does not fit it.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await engine.BeginSnapshotAsync(cancellationToken).ConfigureAwait(false);
            await using var connection = transaction.Connection!.ConfigureAwait(false);
            await using var _ = transaction.ConfigureAwait(false);
            await new SchemaUpgrade(transaction, engine.Provider, timeProvider).CheckAsync(modules, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (engine.Explain(exception) is StoreUnavailableException unavailable)
        {
            throw unavailable;
        }
    }

    private async Task<IReadOnlyList<string>> UpgradeAsync(CancellationToken cancellationToken)
    {
        var transaction = await engine.BeginSchemaAsync(cancellationToken).ConfigureAwait(false);
        var connection = transaction.Connection!;
        await using var _ = connection.ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var upgrade = new SchemaUpgrade(transaction, engine.Provider, timeProvider);
        var applied = await upgrade.RunAsync(modules, cancellationToken).ConfigureAwait(false);
        await CommitSequence.AdoptAsync(transaction, engine.Provider, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var script in upgrade.Newer) Newer(logger, script);
        return applied;
    }
}
