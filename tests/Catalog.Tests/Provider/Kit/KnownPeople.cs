using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Catalog.Tests.Provider.Kit;

/// <summary>Test accounts; an access token is the id of an account.</summary>
internal sealed class KnownPeople : IAccess, IAccountDirectory
{
    public static readonly Guid Anna = new("11111111-1111-4111-8111-111111111111"), Boris = new("22222222-2222-4222-8222-222222222222"),
        Nameless = new("33333333-3333-4333-8333-333333333333");

    private static readonly ImmutableArray<string> s_roles = [AccountRoles.User];

    public ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Guid.TryParse(accessToken, out var id) ? new Caller(id, 1, id, s_roles) : null);

    /// <summary>Another account, without an e-mail address.</summary>
    public static Guid NamelessNumber(int number) => new($"33333333-0000-4000-8000-{number:D12}");

    public Task<AccountCard?> FindAsync(Guid accountId, CancellationToken cancellationToken = default) => Task.FromResult<AccountCard?>(
        accountId.ToString().StartsWith("33333333", StringComparison.Ordinal) ? new(accountId, 3, null, "nameless", s_roles) : new(accountId, 1, $"{accountId:N}@example.com", null, s_roles));
}
