using Actors.Persistence.Writing;
using Npgsql;

namespace Actors.Persistence.Postgres;

/// <summary>One batch, one transaction. First all sets together, a statement per table; when the database refuses anything, or
/// a set turns out to be half stale, the transaction is taken back and the sets are stored one by one, each in a savepoint.</summary>
internal sealed class PostgresTransactions(PostgresSession session) : IAsyncDisposable
{
    private const int Attempts = 5;

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
            var waves = Waves.Of(batch);
            return waves.Count == 1 && batch.All(set => set.Sql is null && set.Rows.Count == 1)
                ? await AtOnceAsync(batch).ConfigureAwait(false)
                : await InWavesAsync(waves).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsRefusal(exception) || PostgresErrors.IsPassing(exception))
        {
            return false;
        }
    }

    /// <summary>Sets of one write each: the statements are a transaction of their own, one round trip with its commit.</summary>
    private async Task<bool> AtOnceAsync(IReadOnlyList<WriteSet> batch)
    {
        foreach (var (set, write) in await session.RunAsync(WriteGroup.Of(batch, _ => true)).ConfigureAwait(false))
        {
            set.Refuse(Stale.Of(write));
        }

        return true;
    }

    private async Task<bool> InWavesAsync(List<List<WriteSet>> waves)
    {
        var transaction = await session.Connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        foreach (var wave in waves)
        {
            if (wave is [{ Sql: not null } statement])
            {
                await StoreAloneAsync(statement, transaction).ConfigureAwait(false);
            }
            else if (!await StoreWaveAsync(wave).ConfigureAwait(false))
            {
                return false;
            }
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }

    /// <returns>False when a set of several versioned writes is stale: another of them may have been applied.</returns>
    private async Task<bool> StoreWaveAsync(List<WriteSet> wave)
    {
        foreach (var (set, write) in await session.RunAsync(WriteGroup.Of(wave, w => w.IsVersioned)).ConfigureAwait(false))
        {
            if (set.Rows.Count(w => w.IsVersioned) > 1)
            {
                return false;
            }

            set.Refuse(Stale.Of(write));
        }

        await session.RunAsync(WriteGroup.Of(wave.Where(set => !set.IsRefused), w => !w.IsVersioned)).ConfigureAwait(false);
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
            catch (PostgresException exception) when (PostgresErrors.IsPassing(exception) && attempt < Attempts)
            {
                // A deadlock with another silo: the transaction is rolled back, and its rows are free now.
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

    /// <summary>In a savepoint, so that it can be taken back alone.</summary>
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
                    set.Refuse(Stale.Of(write));
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
