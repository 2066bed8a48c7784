namespace Actors.Accounts.Tests.Kit;

/// <summary>All letters in the outbox, sent or not.</summary>
internal static class Letters
{
    private sealed record Row(string Document);

    public static async Task<string[]> OfAsync(TestAccounts accounts, Guid account)
    {
        var rows = await accounts.Database.QueryAsync<Row>(
            "SELECT document FROM outbox WHERE topic = 'mail' AND id LIKE @prefix", new { prefix = $"accounts/{account:N}/%" });
        return [.. rows.Select(r => r.Document)];
    }
}
