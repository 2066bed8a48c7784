namespace Actors.Accounts.Tests.Kit;

/// <summary>A row of <c>security_events</c>, and letters from the outbox.</summary>
internal sealed record Happened(string Kind, string? Session, string? Network)
{
    public static async Task<string[]> KindsAsync(TestAccounts accounts, Guid account) => [.. (await ReadAsync(accounts, account)).Select(h => h.Kind)];

    public static Task<IReadOnlyList<Happened>> ReadAsync(TestAccounts accounts, Guid account) => accounts.Database.QueryAsync<Happened>(
        "SELECT kind, session, network FROM security_events WHERE account = @account ORDER BY at, id", new { account = account.ToString("N") });
}
