using Actors.Core.Holding;

namespace Actors.Persistence.Holding;

/// <summary>The flag in the database: a row for each reason to hold the store.</summary>
internal sealed class StoreHold(RowStore database, TimeProvider timeProvider) : IHeldStore
{
    /// <summary>The table. It belongs to this copy of the database and is neither exported nor imported.</summary>
    public const string Table = "store_hold";

    /// <summary>A condition in SQL: claiming and looking are one statement, so nothing slips through between them.</summary>
    public const string IsReleased = $"NOT EXISTS (SELECT 1 FROM {Table})";

    /// <summary>Sets the flag for <c>@reason</c> and <c>@since</c>.</summary>
    public const string SetSql = $"INSERT INTO {Table} (reason, since) VALUES (@reason, @since) ON CONFLICT (reason) DO NOTHING";

    public async ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken) =>
        (await database.QueryAsync<string>($"SELECT reason FROM {Table} LIMIT 1", null, cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Holds the store.</summary>
    public Task SetAsync(string reason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(SetSql, new { reason, since = timeProvider.GetUtcNow() }, cancellationToken);

    /// <summary>Releases it, whatever the reasons were. The outbox of this program goes on at once; those of other silos look again after a while.</summary>
    /// <returns>Whether it was held.</returns>
    public async Task<bool> ReleaseAsync(CancellationToken cancellationToken)
    {
        var reasons = await database.ExecuteAsync($"DELETE FROM {Table}", null, cancellationToken).ConfigureAwait(false);
        database.WakeOutbox();
        return reasons > 0;
    }
}
