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
/// Resets of forgotten passwords. A request is stored and answered before the account is looked up, so neither the answer nor its time shows whether
/// the address has an account.
/// </summary>
internal sealed class PasswordResets(
    IGrainFactory grains, Claims claims, Registrar registrar, IRowStore rows, TimeProvider timeProvider, AccountMetrics metrics, IAuditLog audit) : IOutboxHandler
{
    private const string Separator = " ";

    public string Topic => "accounts.reset";

    /// <summary>Stores the request. It holds the key of the address' claim, which is a hash, and not the address.</summary>
    public Task AskAsync(Identifier email, CancellationToken cancellationToken)
    {
        var request = Guid.NewGuid();
        var asked = new OutboxMessage($"accounts/reset/{request:N}", Topic, $"\"{request:N}{Separator}{email.Key}\"", timeProvider.GetUtcNow());
        return rows.CommitAsync(new WriteSet().Enqueue(asked), cancellationToken);
    }

    /// <summary>Has the account, if there is one, write to its owner.</summary>
    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (request, key) = message.Document.Trim('"').Split(Separator) is [var id, var claim] ? (Guid.Parse(id), claim) : throw new FormatException("Not a request for a reset.");
        if (await claims.FindAsync(key, cancellationToken) is not { } holder) return;
        var account = grains.GetGrain<IAccountGrain>(holder);
        if (await account.Holds(key) is true) await account.BeginReset(request).WaitAsync(cancellationToken);
    }

    /// <summary>Takes a new password for a token. Whatever the token is worth, it costs one hash.</summary>
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
