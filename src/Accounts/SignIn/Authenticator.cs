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
/// Registration, sign-in, password changes and refreshes, for all routes. Passwords stay on this silo: its workers hash them, and grains get only
/// hashes. Each attempt costs one hash, whatever its result.
/// </summary>
internal sealed class Authenticator(
    IGrainFactory grains, Claims claims, IAccountStore store, Registrar registrar, PasswordQueue queue, PasswordSettings settings, TokenOptions tokens,
    AccountMetrics metrics, IAuditLog audit, TimeProvider timeProvider)
{
    private IPasswordWorkerGrain Worker => grains.GetPasswordWorker();

    /// <summary>Creates an account unless the identifier is taken. If a client is given, also opens a session. Returns when durable.</summary>
    public Task<Registration> RegisterAsync(Credentials credentials, ClientInfo? signIn, CancellationToken cancellationToken) =>
        registrar.RegisterAsync(new RegistrationRequest(credentials.Identifier, null, [AccountRoles.User]), credentials.Password, signIn, cancellationToken);

    /// <summary>Opens a session. An unknown identifier, a wrong password and a blocked attempt take the same time and get the same result.</summary>
    public async Task<SignInOutcome> SignInAsync(Credentials credentials, ClientInfo client, CancellationToken cancellationToken)
    {
        var holder = await FindAsync(credentials.Identifier, cancellationToken);
        var (result, stronger) = await CheckAndHashAsync(holder, credentials, client, weak => weak ? credentials.Password : null, cancellationToken);
        if (result != SignInResult.Done) return await RefusedAsync(result, "sign_in.failed", holder, client, cancellationToken);
        return SignInOutcome.Of(holder.Id, await grains.GetGrain<IAccountGrain>(holder.Id).OpenSession(holder.Secret!.Version, client, stronger));
    }

    /// <summary>Changes the password, ends all sessions of the account and opens a new one; refused like <see cref="SignInAsync"/>.</summary>
    public async Task<SignInOutcome> ChangePasswordAsync(Credentials credentials, string newPassword, ClientInfo client, CancellationToken cancellationToken)
    {
        if (settings.Refuses(newPassword)) return new SignInOutcome(SignInResult.CommonPassword);
        var holder = await FindAsync(credentials.Identifier, cancellationToken);
        var (result, hash) = await CheckAndHashAsync(holder, credentials, client, _ => newPassword, cancellationToken);
        if (result != SignInResult.Done) return await RefusedAsync(result, "password_change.failed", holder, client, cancellationToken);
        return SignInOutcome.Of(holder.Id, await grains.GetGrain<IAccountGrain>(holder.Id).ChangePassword(holder.Secret!.Version, hash!, client));
    }

    /// <summary>
    /// Rotates a refresh token. Within ten seconds after a rotation, the previous token returns the same pair; later its use ends the session. Null
    /// if the token is not valid.
    /// </summary>
    public Task<TokenPair?> RefreshAsync(string refreshToken, ClientInfo client, CancellationToken cancellationToken) =>
        RefreshAsync([refreshToken], client, cancellationToken);

    /// <summary>
    /// Rotates the first valid token. Of several tokens of one session only the newest is used, because a browser may legitimately send an old cookie
    /// beside the current one.
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

    // Writes the audit entry even if the account does not exist, so that the duration is the same. It never contains user input.
    private async Task<SignInOutcome> RefusedAsync(SignInResult result, string action, Holder holder, ClientInfo client, CancellationToken cancellationToken)
    {
        if (result != SignInResult.Refused) return new SignInOutcome(result);
        var account = holder.Secret is null ? null : holder.Id.ToString();
        await audit.WriteAsync(AuditLine.Of(timeProvider.GetUtcNow(), action, "account", account) with { RequestId = client.RequestId }, cancellationToken);
        return new SignInOutcome(result);
    }

    private async Task<Holder> FindAsync(Identifier identifier, CancellationToken cancellationToken)
    {
        // Always reads two rows: the duration must not reveal whether the account exists, is active in memory, or has many sessions.
        var id = await claims.FindAsync(identifier, cancellationToken) ?? Guid.NewGuid();
        return new Holder(id, await store.SecretAsync(id, cancellationToken));
    }

    /// <summary>
    /// Verifies and hashes passwords while holding a slot of the queue. It must not read or write accounts, because a slow database would block the
    /// queue.
    /// </summary>
    private async Task<(SignInResult Result, string? Hash)> CheckAndHashAsync(
        Holder holder, Credentials credentials, ClientInfo client, Func<bool, string?> toHash, CancellationToken cancellationToken)
    {
        using var slot = await queue.EnterAsync(cancellationToken);
        if (slot is null)
        {
            metrics.TurnedAway();
            return (SignInResult.Busy, null);
        }

        var verdict = await VerifyAsync(holder, credentials, client);
        if (verdict == PasswordVerdict.Wrong) return (SignInResult.Refused, null);
        return (SignInResult.Done, toHash(verdict == PasswordVerdict.RightButWeak) is { } password ? await Worker.Hash(password) : null);
    }

    private async Task<PasswordVerdict> VerifyAsync(Holder holder, Credentials credentials, ClientInfo client)
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
