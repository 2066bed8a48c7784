using Actors.Core.Holding;

namespace Actors.Persistence.Holding;

/// <summary>The hold flag in the database: one row for each reason.</summary>
internal sealed class StoreHold(RowStore database, TimeProvider timeProvider) : IHeldStore
{
    /// <summary>The table. It is neither exported nor imported.</summary>
    public const string Table = "store_hold";

    /// <summary>An SQL condition, so that a statement can check the flag and claim messages atomically.</summary>
    public const string IsReleased = $"NOT EXISTS (SELECT 1 FROM {Table})";

    /// <summary>Sets the flag for <c>@reason</c> and <c>@since</c>.</summary>
    public const string SetSql = $"INSERT INTO {Table} (reason, since) VALUES (@reason, @since) ON CONFLICT (reason) DO NOTHING";

    public async ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken) =>
        (await database.QueryAsync<string>($"SELECT reason FROM {Table} LIMIT 1", null, cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Holds the store.</summary>
    public Task SetAsync(string reason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(SetSql, new { reason, since = timeProvider.GetUtcNow() }, cancellationToken);

    /// <summary>Deletes all reasons. This silo's outbox continues at once, other silos at their next check.</summary>
    /// <returns>True if it was held.</returns>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        var reasons = await database.ExecuteAsync($"DELETE FROM {Table}", null, cancellationToken).ConfigureAwait(false);
        database.WakeOutbox();
        return reasons > 0;
    }
}
