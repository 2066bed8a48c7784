using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Accounts.PasswordReset;

/// <summary>
/// Resets forgotten passwords. A request is stored and answered before the account is looked up, so neither the response nor its duration shows
/// whether the address has an account.
/// </summary>
internal sealed class PasswordResets(
    IGrainFactory grains, Claims claims, Registrar registrar, IRowStore rows, TimeProvider timeProvider, AccountMetrics metrics, IAuditLog audit) : IOutboxHandler
{
    private const string Separator = " ";

    public string Topic => "accounts.reset";

    /// <summary>Stores the request as an outbox message. It contains the key of the address's claim, a hash, and not the address.</summary>
    public Task AskAsync(Identifier email, CancellationToken cancellationToken)
    {
        var request = Guid.NewGuid();
        var asked = new OutboxMessage($"accounts/reset/{request:N}", Topic, $"\"{request:N}{Separator}{email.Key}\"", timeProvider.GetUtcNow());
        return rows.CommitAsync(new WriteSet().Enqueue(asked), cancellationToken);
    }

    /// <summary>Lets the account, if there is one, send the letter.</summary>
    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (request, key) = message.Document.Trim('"').Split(Separator) is [var id, var claim] ? (Guid.Parse(id), claim) : throw new FormatException("Not a reset request.");
        if (await claims.FindAsync(key, cancellationToken) is not { } holder) return;
        var account = grains.GetGrain<IAccountGrain>(holder);
        if (await account.Holds(key) is true) await account.BeginReset(request).WaitAsync(cancellationToken);
    }

    /// <summary>Resets a password with a token. It costs one hash even if the token is not valid.</summary>
    public async Task<SignInResult> ResetAsync(ResetToken? token, string newPassword, ClientInfo client, CancellationToken cancellationToken)
    {
        var (result, hash) = await registrar.HashNewAsync(newPassword, cancellationToken);
        if (hash is null) return result == RegistrationResult.CommonPassword ? SignInResult.CommonPassword : SignInResult.Busy;
        var done = token is not null && await grains.GetGrain<IAccountGrain>(token.Account).ResetPassword(token.Hash, hash, client);
        metrics.Reset(done ? "ok" : "refused");
        if (done) return SignInResult.Done;
        await audit.WriteAsync(AuditLine.Of(timeProvider.GetUtcNow(), "password_reset.failed", "account") with { RequestId = client.RequestId }, cancellationToken);
        return SignInResult.Refused;
    }
}
