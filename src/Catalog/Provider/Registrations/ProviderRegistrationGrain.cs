using System.Globalization;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Scraping.Mapping;
using Actors.Persistence;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Keeps one registration: accepted once, carried out by the outbox, told once. One that was rejected makes room for another.</summary>
internal sealed class ProviderRegistrationGrain(IRowStore rows, IEventsProvider provider, RegistrationNews news, ProviderMetrics metrics, TimeProvider timeProvider)
    : Grain, IProviderRegistrationGrain
{
    // The same registration has the same id whenever it is accepted, so the provider knows a repeat even of one that we forgot.
    private static readonly Guid s_idSpace = new("6f1f6a52-6c0e-4b38-9d83-2d0f3f5c7a11");

    private StoredRow<ProviderRegistration>? _row;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _row = await rows.ReadAsync(ProviderRows.Registrations, Key, cancellationToken);

    public async Task<ProviderRegistration> Accept(ProviderEvent about, Guid accountId, Visitor visitor, int attempt)
    {
        if (_row is not null && !(_row.State.MayRepeat && _row.State.NextAttempt == attempt)) return _row.State;
        var (id, now) = (IdOf(attempt), timeProvider.GetUtcNow());
        await Keep(new()
        {
            Id = id,
            EventId = about.Id,
            AccountId = accountId,
            EventName = about.Name,
            EventTime = about.EventTime,
            Visitor = visitor,
            CreatedAt = now,
            ChangedAt = now,
            Attempt = attempt,
        }, news.ToCarryOut(Key, id));
        return _row!.State;
    }

    public async Task<string?> CarryOut()
    {
        if (_row is null || _row.State.Status != RegistrationStatus.Pending) return null;
        try
        {
            while (_row.State.Status == RegistrationStatus.Pending)
                await new RegistrationAttempt(_row.State, provider, timeProvider.GetUtcNow(), Keep).StepAsync();
        }
        catch (RegistrationDelayedException delayed)
        {
            return delayed.Message;
        }

        metrics.Decided(_row.State.Status);
        return null;
    }

    // Another attempt is another request to the provider, which would answer a known key as it did before.
    private Guid IdOf(int attempt) =>
        NameBasedUuid.Create(s_idSpace, attempt == 0 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key}:{attempt}"));

    private Task Keep(ProviderRegistration next) => Keep(next, next.Status == RegistrationStatus.Pending ? null : news.ToTell(next));

    // The state and the intent that follows from it are one commit: a crash leaves both or none.
    private async Task Keep(ProviderRegistration next, OutboxMessage? intent)
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
            // It may be stored or not: the next call reads what is there.
            DeactivateOnIdle();
            throw;
        }

        _row = new(Key, (_row?.Version ?? 0) + 1, changed);
    }
}
