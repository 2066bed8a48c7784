using Actors.Persistence.Writing;
using Npgsql;

namespace Actors.Persistence.Postgres;

/// <summary>Stores one batch in one transaction. First all sets together, with one statement per table. If the database refuses a row, or only a part of
/// a set is stale, the transaction is rolled back and the sets are stored one by one, each in a savepoint.</summary>
internal sealed class PostgresTransactions(PostgresSession session) : IAsyncDisposable
{
    private const int MaxAttempts = 5;

    public async Task CommitAsync(IReadOnlyList<WriteSet> batch)
    {
        if (!await TogetherAsync(batch).ConfigureAwait(false))
        {
            await OneByOneAsync(batch).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<bool> TogetherAsync(IReadOnlyList<WriteSet> batch)
    {
        if (batch.Any(HasRowTwice))
        {
            return false;
        }

        try
        {
            var stages = BatchStages.Of(batch);
            return stages.Count == 1 && batch.All(set => set.Sql is null && set.Rows.Count == 1)
                ? await AtOnceAsync(batch).ConfigureAwait(false)
                : await InStagesAsync(stages).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsRefusal(exception) || PostgresErrors.IsTransient(exception))
        {
            return false;
        }
    }

    /// <summary>Stores sets of one write each. Their statements form a transaction in one round trip, including the commit.</summary>
    private async Task<bool> AtOnceAsync(IReadOnlyList<WriteSet> batch)
    {
        foreach (var (set, write) in await session.RunAsync(WriteGroup.Of(batch, _ => true)).ConfigureAwait(false))
        {
            set.Refuse(StaleWrite.Exception(write));
        }

        return true;
    }

    private async Task<bool> InStagesAsync(List<List<WriteSet>> stages)
    {
        var transaction = await session.Connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        foreach (var stage in stages)
        {
            if (stage is [{ Sql: not null } statement])
            {
                await StoreAloneAsync(statement, transaction).ConfigureAwait(false);
            }
            else if (!await StoreStageAsync(stage).ConfigureAwait(false))
            {
                return false;
            }
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }

    /// <returns>False if a set of several versioned writes is stale: its other writes may have been applied.</returns>
    private async Task<bool> StoreStageAsync(List<WriteSet> stage)
    {
        foreach (var (set, write) in await session.RunAsync(WriteGroup.Of(stage, w => w.IsVersioned)).ConfigureAwait(false))
        {
            if (set.Rows.Count(w => w.IsVersioned) > 1)
            {
                return false;
            }

            set.Refuse(StaleWrite.Exception(write));
        }

        await session.RunAsync(WriteGroup.Of(stage.Where(set => !set.IsRefused), w => !w.IsVersioned)).ConfigureAwait(false);
        return true;
    }

    private async Task OneByOneAsync(IReadOnlyList<WriteSet> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await OneByOneOnceAsync(batch).ConfigureAwait(false);
                return;
            }
            catch (PostgresException exception) when (PostgresErrors.IsTransient(exception) && attempt < MaxAttempts)
            {
                // After a deadlock with another silo the transaction is rolled back and its rows are free.
            }
        }
    }

    private async Task OneByOneOnceAsync(IReadOnlyList<WriteSet> batch)
    {
        var transaction = await session.Connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        foreach (var set in batch)
        {
            await StoreAloneAsync(set, transaction).ConfigureAwait(false);
        }

        await transaction.CommitAsync().ConfigureAwait(false);
    }

    /// <summary>Stores one set in a savepoint, so that it can be rolled back alone.</summary>
    private async Task StoreAloneAsync(WriteSet set, NpgsqlTransaction transaction)
    {
        set.Refuse(null);
        await transaction.SaveAsync("one").ConfigureAwait(false);
        await StoreAsync(set, transaction).ConfigureAwait(false);
        if (set.IsRefused)
        {
            await transaction.RollbackAsync("one").ConfigureAwait(false);
        }

        await transaction.ReleaseAsync("one").ConfigureAwait(false);
    }

    private async Task StoreAsync(WriteSet set, NpgsqlTransaction transaction)
    {
        try
        {
            foreach (var write in set.Rows)
            {
                var stale = await session.RunAsync(WriteGroup.Of([set], w => ReferenceEquals(w, write))).ConfigureAwait(false);
                if (stale.Count > 0)
                {
                    set.Refuse(StaleWrite.Exception(write));
                    return;
                }
            }

            await (set.Sql?.RunAsync(session.Connection, transaction) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsRefusal(exception))
        {
            set.Refuse(PostgresErrors.Explain(exception));
        }
    }

    private static bool HasRowTwice(WriteSet set) =>
        set.Rows.Count > 1 && set.Rows.DistinctBy(write => (write.Table.Name, write.Key)).Count() < set.Rows.Count;
}
