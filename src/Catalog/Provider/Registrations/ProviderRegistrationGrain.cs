using System.Globalization;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Scraping.Mapping;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>One registration: accepted once, carried out by the outbox, announced once. After a rejection a new attempt is accepted.</summary>
internal sealed class ProviderRegistrationGrain(IRowStore rows, IEventsProvider provider, RegistrationMessages messages, ProviderMetrics metrics, TimeProvider timeProvider)
    : Grain, IProviderRegistrationGrain
{
    // The id is derived from the key, so the provider recognises repeats even after our data is lost.
    private static readonly Guid s_idSpace = new("6f1f6a52-6c0e-4b38-9d83-2d0f3f5c7a11");

    private StoredRow<ProviderRegistration>? _row;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _row = await rows.ReadAsync(ProviderRows.Registrations, Key, cancellationToken);

    public async Task<ProviderRegistration> Accept(ProviderEvent providerEvent, Guid accountId, Visitor visitor, int attempt)
    {
        if (_row is not null && !(_row.State.MayRepeat && _row.State.NextAttempt == attempt)) return _row.State;
        var (id, now) = (IdOf(attempt), timeProvider.GetUtcNow());
        await Save(new()
        {
            Id = id,
            EventId = providerEvent.Id,
            AccountId = accountId,
            EventName = providerEvent.Name,
            EventTime = providerEvent.EventTime,
            Visitor = visitor,
            CreatedAt = now,
            ChangedAt = now,
            Attempt = attempt,
        }, messages.ToCarryOut(Key, id));
        return _row!.State;
    }

    public async Task<string?> CarryOut()
    {
        if (_row is null || _row.State.Status != RegistrationStatus.Pending) return null;
        try
        {
            while (_row.State.Status == RegistrationStatus.Pending)
                await new RegistrationAttempt(_row.State, provider, timeProvider.GetUtcNow(), Save).StepAsync();
        }
        catch (RegistrationDelayedException delayed)
        {
            return delayed.Message;
        }

        metrics.Decided(_row.State.Status);
        return null;
    }

    // Each attempt has its own idempotency key: the provider would answer a known key as before.
    private Guid IdOf(int attempt) =>
        NameBasedUuid.Create(s_idSpace, attempt == 0 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key}:{attempt}"));

    private Task Save(ProviderRegistration next) => Save(next, next.Status == RegistrationStatus.Pending ? null : messages.ToNotify(next));

    // One commit for state and intent: a crash leaves both or none.
    private async Task Save(ProviderRegistration next, OutboxMessage? intent)
    {
        var changed = next with { ChangedAt = timeProvider.GetUtcNow() };
        var set = new WriteSet().Put(ProviderRows.Registrations, Key, changed, _row?.Version);
        if (intent is not null) set.Enqueue(intent);
        try
        {
            await rows.CommitAsync(set);
        }
        catch (Exception e) when (e is not RowRefusedException)
        {
            // The outcome of the commit is unknown; the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        _row = new(Key, (_row?.Version ?? 0) + 1, changed);
    }
}
