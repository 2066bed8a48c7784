using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn.Guesses;
using Actors.Accounts.SignUp;
using Actors.Accounts.Tokens;
using Actors.Core.Accounts;
using Actors.Core.Administration;

namespace Actors.Accounts.SignIn;

/// <summary>
/// Registration, sign-in and everything else that shows a secret, for the routes of every family. Passwords stay on this silo: its workers hash
/// them, and grains elsewhere see hashes. Each attempt costs one hash, whatever its result.
/// </summary>
internal sealed class Authenticator(
    IGrainFactory grains, Claims claims, IAccountStore store, Registrar registrar, PasswordTurns turns, PasswordSettings settings, TokenOptions tokens,
    AccountMetrics metrics, IAuditLog audit, TimeProvider timeProvider)
{
    private IPasswordWorkerGrain Worker => grains.GetPasswordWorker();

    /// <summary>Creates an account that owns the identifier, unless it is taken; with a client it is signed in as well. Returns when durable.</summary>
    public Task<Registration> RegisterAsync(Credentials credentials, ClientInfo? signIn, CancellationToken cancellationToken) =>
        registrar.RegisterAsync(new Newcomer(credentials.Identifier, null, [AccountRoles.User]), credentials.Password, signIn, cancellationToken);

    /// <summary>Opens a session. An unknown identifier, a wrong password and a back-off take the same time and are refused alike.</summary>
    public async Task<SignInOutcome> SignInAsync(Credentials credentials, ClientInfo client, CancellationToken cancellationToken)
    {
        var holder = await FindAsync(credentials.Identifier, cancellationToken);
        var (result, stronger) = await InTurnAsync(holder, credentials, client, weak => weak ? credentials.Password : null, cancellationToken);
        if (result != SignInResult.Done) return await RefusedAsync(result, "sign_in.failed", holder, client, cancellationToken);
        return SignInOutcome.Of(holder.Id, await grains.GetGrain<IAccountGrain>(holder.Id).OpenSession(holder.Secret!.Version, client, stronger));
    }

    /// <summary>Changes the password, ends every session of the account and opens a new one; refused as in <see cref="SignInAsync"/>.</summary>
    public async Task<SignInOutcome> ChangePasswordAsync(Credentials credentials, string newPassword, ClientInfo client, CancellationToken cancellationToken)
    {
        if (settings.Refuses(newPassword)) return new SignInOutcome(SignInResult.CommonPassword);
        var holder = await FindAsync(credentials.Identifier, cancellationToken);
        var (result, hash) = await InTurnAsync(holder, credentials, client, _ => newPassword, cancellationToken);
        if (result != SignInResult.Done) return await RefusedAsync(result, "password_change.failed", holder, client, cancellationToken);
        return SignInOutcome.Of(holder.Id, await grains.GetGrain<IAccountGrain>(holder.Id).ChangePassword(holder.Secret!.Version, hash!, client));
    }

    /// <summary>
    /// Rotates a refresh token. Within ten seconds of a rotation the token before it gives the same pair, byte for byte; later its use ends the
    /// session. Null when the token is not valid.
    /// </summary>
    public Task<TokenPair?> RefreshAsync(string refreshToken, ClientInfo client, CancellationToken cancellationToken) =>
        RefreshAsync([refreshToken], client, cancellationToken);

    /// <summary>
    /// Rotates the first of these tokens that is valid. Of several tokens of one session only the newest is judged, because a browser that kept an
    /// old cookie beside the present one is no thief.
    /// </summary>
    public async Task<TokenPair?> RefreshAsync(IReadOnlyList<string> refreshTokens, ClientInfo client, CancellationToken cancellationToken)
    {
        var authentic = refreshTokens.Select(text => RefreshToken.TryRead(text, tokens.Keys, out var token) ? token : null).OfType<RefreshToken>().ToList();
        foreach (var token in authentic.GroupBy(token => token.SessionId).Select(ofSession => ofSession.MaxBy(token => token.Counter)!))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var account = grains.GetGrain<IAccountGrain>(token.AccountId);
            if (await account.Rotate(token.SessionId, RefreshToken.Hash(token.Text), client) is { } pair) return pair;
        }

        if (authentic is []) metrics.Refresh("refused");
        return null;
    }

    // Written whether there is such an account or not, so that the time tells nothing. Never what was typed.
    private async Task<SignInOutcome> RefusedAsync(SignInResult result, string action, Holder holder, ClientInfo client, CancellationToken cancellationToken)
    {
        if (result != SignInResult.Refused) return new SignInOutcome(result);
        var account = holder.Secret is null ? null : holder.Id.ToString();
        await audit.WriteAsync(AuditLine.Of(timeProvider.GetUtcNow(), action, "account", account) with { RequestId = client.RequestId }, cancellationToken);
        return new SignInOutcome(result);
    }

    private async Task<Holder> FindAsync(Identifier identifier, CancellationToken cancellationToken)
    {
        // Two rows are asked for whether there is an account or not, and whether its grain is in memory or not: the time must tell neither,
        // nor how many sessions there are.
        var id = await claims.FindAsync(identifier, cancellationToken) ?? Guid.NewGuid();
        return new Holder(id, await store.SecretAsync(id, cancellationToken));
    }

    /// <summary>What has to be hashed, in a turn of its own; reads and writes of accounts have no part in it, or a slow store would stop everybody.</summary>
    private async Task<(SignInResult Result, string? Kept)> InTurnAsync(
        Holder holder, Credentials credentials, ClientInfo client, Func<bool, string?> toKeep, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(cancellationToken);
        if (turn is null)
        {
            metrics.TurnedAway();
            return (SignInResult.Busy, null);
        }

        var verdict = await JudgeAsync(holder, credentials, client);
        if (verdict == PasswordVerdict.Wrong) return (SignInResult.Refused, null);
        return (SignInResult.Done, toKeep(verdict == PasswordVerdict.RightButWeak) is { } password ? await Worker.Hash(password) : null);
    }

    private async Task<PasswordVerdict> JudgeAsync(Holder holder, Credentials credentials, ClientInfo client)
    {
        var backOff = grains.GetBackOff(credentials.Identifier);
        var attempt = await backOff.Begin(client.Origin, holder.Knows(client.Origin));
        var verdict = await Worker.Verify(holder.Secret?.Hash, credentials.Password);
        var right = holder.Secret?.Hash is not null && verdict != PasswordVerdict.Wrong;
        if (attempt is not null) await backOff.End(attempt, right);
        metrics.SignIn(attempt is null ? "backed_off" : right ? "ok" : "refused");
        return attempt is not null && right ? verdict : PasswordVerdict.Wrong;
    }

    private sealed record Holder(Guid Id, AccountSecret? Secret)
    {
        public bool Knows(string origin)
        {
            var network = KnownNetworks.Hash(Id, origin);
            return Secret is { Networks.IsDefault: false } && Secret.Networks.Contains(network);
        }
    }
}
