using System.Text.Json;
using Actors.Accounts.Accounts;
using Actors.Core.Accounts;
using Actors.Persistence;

namespace Actors.Accounts.Contracts;

/// <summary>Reads accounts from their rows.</summary>
internal sealed class AccountList(IDatabase database)
{
    /// <summary>Maximum number of accounts on a page.</summary>
    public const int MaxPageSize = 1000;

    private const string PageSql = "SELECT document FROM accounts WHERE erased_at IS NULL AND number > @after ORDER BY number LIMIT @limit";

    public async Task<AccountPage> PageAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(limit, 1, MaxPageSize), limit, nameof(limit));
        var documents = await database.QueryAsync<string>(PageSql, new { after, limit }, cancellationToken);
        var total = await database.QueryAsync<long>("SELECT COUNT(*) FROM accounts WHERE erased_at IS NULL", null, cancellationToken);
        return new AccountPage([.. documents.Select(d => JsonSerializer.Deserialize(d, AccountJson.Stored.AccountState)!.Card())], total[0]);
    }

    public async Task<Guid?> IdOfAsync(long number, CancellationToken cancellationToken) =>
        await database.QueryAsync<string>("SELECT key FROM accounts WHERE number = @number", new { number }, cancellationToken) is [var key] ? Guid.Parse(key) : null;
}
