using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Actors.Catalog.Provider.Registrations;

namespace Actors.Catalog.Provider;

/// <summary>Metrics of the synchronisation and of registrations. Labels are constants, never text from the provider.</summary>
internal sealed class ProviderMetrics
{
    private readonly Counter<long> _pages, _events, _registrations, _records, _letters;

    public ProviderMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Actors.Catalog");
        _pages = meter.CreateCounter<long>("provider.sync.pages", "{page}", "Pages fetched from the events provider.");
        _events = meter.CreateCounter<long>("provider.sync.events", "{event}", "Events of the provider, by result.");
        _registrations = meter.CreateCounter<long>("provider.registrations", "{registration}", "Decided registrations for the provider's events.");
        _records = meter.CreateCounter<long>("provider.topic.records", "{record}", "Records of the provider's topic, by result.");
        _letters = meter.CreateCounter<long>("provider.topic.dead_letters", "{record}", "Records of the provider's topic that could not be read or stored.");
    }

    public void RecordStored(OfferResult result) => _records.Add(1, new KeyValuePair<string, object?>("outcome", result.ToString().ToLowerInvariant()));

    public void DeadLetter(string reason) => _letters.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Page(bool ok) => _pages.Add(1, new KeyValuePair<string, object?>("outcome", ok ? "ok" : "failed"));

    public void EventsStored(IReadOnlyCollection<OfferResult> results, int outdated, ImmutableArray<string> skipped)
    {
        foreach (var same in results.GroupBy(r => r)) Count(same.Key.ToString().ToLowerInvariant(), same.Count());
        if (outdated > 0) Count("outdated", outdated);
        foreach (var same in skipped.GroupBy(reason => reason)) Count(same.Key, same.Count());
    }

    public void Decided(RegistrationStatus status) =>
        _registrations.Add(1, new KeyValuePair<string, object?>("status", RegistrationStatuses.NameOf(status)));

    private void Count(string outcome, int count) => _events.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
}
