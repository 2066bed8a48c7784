using Actors.Accounts.Grains.BackOff;
using Actors.Accounts.Grains.Claims;
using Actors.Accounts.Grains.Passwords;
using Actors.Accounts.Ports;
using Actors.Accounts.Rules;
using Actors.Accounts.Rules.Tokens;
using Actors.Plumbing.Identity;

namespace Actors.Accounts.Grains;

/// <summary>
/// Everything that shows a secret. Passwords stay on this silo: they are hashed by its workers, and grains elsewhere see hashes. Whatever
/// becomes of an attempt, it has cost one hash.
/// </summary>
internal sealed class Authenticator(
    IGrainFactory grains, IClaims claims, Registrar registrar, PasswordTurns turns, TokenOptions tokens, AccountMetrics metrics) : IAuthenticator
{
    private IPasswordWorkerGrain Worker => grains.GetPasswordWorker();

    public Task<Registration> RegisterAsync(Credentials credentials, ClientInfo? signIn, CancellationToken ct) =>
        registrar.RegisterAsync(new Newcomer(credentials.Identifier, null, [AccountRoles.User]), credentials.Password, signIn, ct);

    public async Task<TokenPair?> SignInAsync(Credentials credentials, ClientInfo client, CancellationToken ct)
    {
        using var turn = await turns.EnterAsync(ct);
        if (await CheckAsync(credentials, client, ct) is not { } proven) return null;
        var stronger = proven.Weak ? await Worker.Hash(credentials.Password) : null;
        return await proven.Account.OpenSession(proven.Version, client, stronger);
    }

    public async Task<TokenPair?> ChangePasswordAsync(Credentials credentials, string newPassword, ClientInfo client, CancellationToken ct)
    {
        using var turn = await turns.EnterAsync(ct);
        if (await CheckAsync(credentials, client, ct) is not { } proven) return null;
        return await proven.Account.ChangePassword(proven.Version, await Worker.Hash(newPassword), client);
    }

    public async Task<TokenPair?> RefreshAsync(string refreshToken, ClientInfo client, CancellationToken ct)
    {
        if (RefreshToken.TryRead(refreshToken, tokens.Keys, out var token))
            return await grains.GetGrain<IAccountGrain>(token.AccountId).Rotate(token.SessionId, RefreshToken.Hash(token.Text), client);
        metrics.Refresh("refused");
        return null;
    }

    /// <summary>The account whose password this is; null for any reason there may be.</summary>
    private async Task<Proven?> CheckAsync(Credentials credentials, ClientInfo client, CancellationToken ct)
    {
        var id = await claims.FindAsync(credentials.Identifier, ct);
        var account = id is null ? null : grains.GetGrain<IAccountGrain>(id.Value);
        var secret = account is null ? null : await account.Secret();
        var backOff = grains.GetBackOff(credentials.Identifier);
        var attempt = await backOff.Begin(client.Origin, Knows(secret, KnownNetworks.Hash(id ?? Guid.Empty, client.Origin)));
        var verdict = await Worker.Verify(secret?.Hash, credentials.Password);
        var right = secret is not null && verdict != PasswordVerdict.Wrong;
        if (attempt is not null) await backOff.End(attempt, right);
        metrics.SignIn(attempt is null ? "backed_off" : right ? "ok" : "refused");
        return attempt is not null && right ? new Proven(account!, secret!.Version, verdict == PasswordVerdict.RightButWeak) : null;
    }

    private static bool Knows(AccountSecret? secret, string network) => secret is { Networks.IsDefault: false } && secret.Networks.Contains(network);

    private sealed record Proven(IAccountGrain Account, long Version, bool Weak);
}
