using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Accounts.Accounts;

/// <summary>Stores accounts as rows.</summary>
internal sealed class AccountStore(IRowStore rows, LetterOutbox letters, TimeProvider timeProvider) : IAccountStore
{
    public async Task<StoredAccount?> LoadAsync(Guid account, CancellationToken cancellationToken) =>
        await rows.ReadAsync(AccountRow.Kind, AccountRow.KeyOf(account), cancellationToken) is { } row ? new StoredAccount(row.Version, row.State) : null;

    public async Task<AccountSecret?> SecretAsync(Guid account, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(AccountRow.Secrets, AccountRow.KeyOf(account), cancellationToken))?.State.Secret();

    public async Task<long> CommitAsync(long? version, AccountChange change, CancellationToken cancellationToken)
    {
        var set = new WriteSet().Put(AccountRow.Kind, AccountRow.KeyOf(change.State.Id), change.State, version);
        if (change.Event is { } securityEvent) set.Upsert(AccountRow.Events, (change.State.Id, securityEvent));
        if (MessageOf(change) is { } message) set.Enqueue(message);
        if (!change.Freed.IsEmpty) set.Enqueue(FreedClaims.ToMessage(change.State.Id, change.Freed, timeProvider.GetUtcNow()));
        await rows.CommitAsync(set, cancellationToken);
        return (version ?? 0) + 1;
    }

    private OutboxMessage? MessageOf(AccountChange change)
    {
        if (change is not { Event: { } securityEvent, Letter: { } notice }) return null;
        try
        {
            return letters.ToMessage($"accounts/{change.State.Id:N}/{securityEvent.Id}", notice);
        }
        catch (ArgumentException)
        {
            // An invalid address must not prevent the change, for example the end of a session.
            return null;
        }
    }
}
