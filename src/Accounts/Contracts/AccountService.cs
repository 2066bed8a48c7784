using System.Collections.Immutable;
using Actors.Accounts.Accounts;
using Actors.Accounts.Accounts.SuperAdmins;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Roles;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Core.Accounts;

namespace Actors.Accounts.Contracts;

/// <summary>The API of this module for other modules.</summary>
internal sealed class AccountService(
    IGrainFactory grains, Authenticator authenticator, Claims claims, Registrar registrar, AccountList list, RolePermissions roles) : IAccounts
{
    public string LimitKey(string login, SignInClient client) => $"{IdentifierParser.Of(login)?.Key ?? "none"}@{client.Network}";

    public async Task<SignInAnswer> RegisterAsync(NewAccount account, SignInClient? signIn, CancellationToken cancellationToken)
    {
        if (IdentifierParser.Of(account.Login) is not { } identifier) return new(SignInStatus.NoLogin);
        var request = new RegistrationRequest(identifier, null, [AccountRoles.User]) { FullName = account.FullName };
        return AnswerOf(await registrar.RegisterAsync(request, account.Password, signIn is null ? null : Info(signIn), cancellationToken));
    }

    public async Task<SignInAnswer> SignInAsync(string login, string password, SignInClient client, CancellationToken cancellationToken)
    {
        if (IdentifierParser.Of(login) is not { } identifier) return new(SignInStatus.NoLogin);
        var outcome = await authenticator.SignInAsync(new Credentials(identifier, password), Info(client), cancellationToken);
        return outcome.Tokens is { } tokens
            ? new(SignInStatus.Done, outcome.AccountId, Issued(tokens))
            : new(outcome.Result == SignInResult.Busy ? SignInStatus.Busy : SignInStatus.Refused);
    }

    public async Task<SignInAnswer> SignInAsync(OutsideIdentity identity, string? fullName, SignInClient client, CancellationToken cancellationToken)
    {
        if (IdentifierParser.OfOutside(identity) is not { } identifier) return new(SignInStatus.NoLogin);
        if (await OpenAsync(identifier, client, cancellationToken) is { } opened) return opened;
        var request = new RegistrationRequest(identifier, null, [AccountRoles.User]) { FullName = fullName };
        var made = AnswerOf(await registrar.RegisterExternalAsync(request, Info(client)));
        // Taken: a parallel request of the same person was first, or the account is disabled.
        return made.Status == SignInStatus.Taken ? await OpenAsync(identifier, client, cancellationToken) ?? new(SignInStatus.Refused) : made;
    }

    public async Task<IssuedTokens?> RefreshAsync(string refreshToken, SignInClient client, CancellationToken cancellationToken) =>
        await authenticator.RefreshAsync(refreshToken, Info(client), cancellationToken) is { } tokens ? Issued(tokens) : null;

    public Task<bool> EndSessionAsync(Guid accountId, Guid sessionId, CancellationToken cancellationToken) =>
        Account(accountId).EndSession(sessionId).WaitAsync(cancellationToken);

    public Task<AccountCard?> FindAsync(Guid accountId, CancellationToken cancellationToken) => Account(accountId).Card().WaitAsync(cancellationToken);

    public async Task<AccountCard?> FindAsync(long number, CancellationToken cancellationToken) =>
        await list.IdOfAsync(number, cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    public async Task<AccountCard?> FindByLoginAsync(string login, CancellationToken cancellationToken)
    {
        if (IdentifierParser.Of(login) is not { } identifier || await claims.FindAsync(identifier, cancellationToken) is not { } id) return null;
        return await Account(id).Holds(identifier.Key) is true ? await FindAsync(id, cancellationToken) : null;
    }

    public Task<AccountPage> ListAsync(long after, int limit, CancellationToken cancellationToken) => list.PageAsync(after, limit, cancellationToken);

    public async Task<AccountChangeStatus> SetFullNameAsync(Guid accountId, string? fullName, CancellationToken cancellationToken) =>
        Status(await Account(accountId).SetFullName(fullName).WaitAsync(cancellationToken));

    public async Task<AccountChangeStatus> SetPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken) =>
        await registrar.HashNewAsync(password, cancellationToken) switch
        {
            { Hash: { } hash } => Status(await Account(accountId).SetPassword(hash)),
            { Result: RegistrationResult.CommonPassword } => AccountChangeStatus.CommonPassword,
            _ => AccountChangeStatus.Busy,
        };

    public async Task<AccountChangeStatus> SetRolesAsync(Guid accountId, ImmutableArray<string> keys, CancellationToken cancellationToken)
    {
        var book = await roles.BookAsync();
        return keys.All(book.Has) ? await grains.GetSuperAdmins().SetRoles(accountId, keys).WaitAsync(cancellationToken) : AccountChangeStatus.NoSuchRole;
    }

    public Task<AccountChangeStatus> SetDisabledAsync(Guid accountId, bool disabled, CancellationToken cancellationToken) =>
        grains.GetSuperAdmins().SetDisabled(accountId, disabled).WaitAsync(cancellationToken);

    public Task<AccountChangeStatus> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        grains.GetSuperAdmins().Erase(accountId).WaitAsync(cancellationToken);

    private async Task<SignInAnswer?> OpenAsync(Identifier identifier, SignInClient client, CancellationToken cancellationToken)
    {
        if (await claims.FindAsync(identifier, cancellationToken) is not { } id) return null;
        return await Account(id).OpenVouched(identifier.Key, Info(client)) is { } tokens ? new(SignInStatus.Done, id, Issued(tokens)) : null;
    }

    private IAccountGrain Account(Guid id) => grains.GetGrain<IAccountGrain>(id);

    private static ClientInfo Info(SignInClient client) => Clients.Info(client.Network, client.UserAgent);

    private static IssuedTokens Issued(TokenPair tokens) => new(tokens.AccessToken, tokens.RefreshToken, tokens.RefreshExpires);

    private static AccountChangeStatus Status(bool done) => done ? AccountChangeStatus.Done : AccountChangeStatus.NotFound;

    private static SignInAnswer AnswerOf(Registration made) => made.Result switch
    {
        RegistrationResult.Created => new(SignInStatus.Done, made.AccountId, made.Tokens is { } tokens ? Issued(tokens) : null),
        RegistrationResult.CommonPassword => new(SignInStatus.CommonPassword),
        RegistrationResult.Busy => new(SignInStatus.Busy),
        _ => new(SignInStatus.Taken),
    };
}
