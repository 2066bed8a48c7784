using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Persistence;

namespace Actors.Catalog.Duplicates;

/// <summary>Queries tables <c>events</c> and <c>twin_decisions</c> in SQL that SQLite and PostgreSQL share.</summary>
internal sealed class DuplicateRows(IDatabase database) : IDuplicateRows
{
    private const string Decisions = "SELECT first, second, same, shown, decided_at FROM twin_decisions";

    public Task<IReadOnlyList<VenueEvent>> PlacesAsync(CancellationToken cancellationToken)
    {
        const string places = "SELECT venue, id FROM events WHERE active AND venue <> @None ORDER BY venue, id";
        return database.QueryAsync<VenueEvent>(places, new { VenueKey.None }, cancellationToken);
    }

    public async Task<ImmutableArray<EventState>> EventsAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken)
    {
        if (uuids.Count == 0) return [];
        var keys = uuids.Select(uuid => uuid.ToString("N")).ToArray();
        var documents = await database.QueryAsync<string>("SELECT document FROM events WHERE key IN @keys", new { keys }, cancellationToken);
        return [.. documents.Select(State)];
    }

    public async Task<ImmutableArray<DuplicateDecision>> DecisionsOfAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken)
    {
        if (uuids.Count == 0) return [];
        var keys = uuids.Select(uuid => uuid.ToString()).ToArray();
        return await DecisionsAsync($"{Decisions} WHERE first IN @keys OR second IN @keys", new { keys }, cancellationToken);
    }

    public Task<ImmutableArray<DuplicateDecision>> DecisionsAsync(CancellationToken cancellationToken) => DecisionsAsync(Decisions, null, cancellationToken);

    public async Task<int> BackfillAsync(int limit, CancellationToken cancellationToken)
    {
        const string unfilled = "SELECT key AS Key, document FROM events WHERE active AND venue IS NULL LIMIT @limit";
        var rows = await database.QueryAsync<EventRecord>(unfilled, new { limit }, cancellationToken);
        var places = rows.GroupBy(row => VenueKey.Of(State(row.Document).Place), row => row.Key);
        await Task.WhenAll(places.Select(place => BackfillAsync(place.Key, [.. place], cancellationToken)));
        return rows.Count;
    }

    // The venue of an event never changes, so a concurrent write by its grain writes the same value.
    private Task<int> BackfillAsync(long venue, string[] keys, CancellationToken cancellationToken) =>
        database.ExecuteAsync("UPDATE events SET venue = @venue WHERE key IN @keys", new { venue, keys }, cancellationToken);

    private async Task<ImmutableArray<DuplicateDecision>> DecisionsAsync(string sql, object? args, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<DecisionRecord>(sql, args, cancellationToken);
        return [.. rows.Select(row => row.ToDecision())];
    }

    private static EventState State(string document) => JsonSerializer.Deserialize(document, EventJson.Stored.EventState)!;

    private sealed class EventRecord
    {
        public string Key { get; init; } = "";

        public string Document { get; init; } = "";
    }

    private sealed class DecisionRecord
    {
        public string First { get; init; } = "";

        public string Second { get; init; } = "";

        public bool Same { get; init; }

        public string? Shown { get; init; }

        public DateTimeOffset DecidedAt { get; init; }

        public DuplicateDecision ToDecision() =>
            new(Guid.Parse(First), Guid.Parse(Second), Same, Shown is null ? null : Guid.Parse(Shown), DecidedAt);
    }
}
