using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Provider.Sync;
using Actors.Persistence;

namespace Actors.Catalog.Provider;

/// <summary>Queries table <c>provider_events</c>, which the grains write. A list is exact at commit and activates no grain.</summary>
internal sealed class ProviderEventRows(IRowStore rows, IDatabase database)
{
    // Properties instead of a constructor: an empty result does not reveal the type of a computed column.
    private sealed record ListRow
    {
        public string Document { get; init; } = "";

        public long Total { get; init; }
    }

    /// <summary>An event; null if it does not exist.</summary>
    public async Task<ProviderEvent?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await rows.ReadAsync(ProviderRows.Events, id.ToString("N"), cancellationToken))?.State.Event;

    /// <summary>A part of the matching events, and the number of all matching events. The total is 0 if the part is empty.</summary>
    public async Task<ProviderEventPart> ListAsync(ProviderEventQuery query, long offset, int limit, CancellationToken cancellationToken = default)
    {
        var order = query.Latest ? "event_time DESC, key DESC" : "event_time, key";
        var sql = $"SELECT document, COUNT(*) OVER () AS total FROM provider_events{Where(query)} ORDER BY {order} LIMIT @limit OFFSET @offset";
        var found = await database.QueryAsync<ListRow>(sql, Arguments(query, offset, limit), cancellationToken);
        return new(found.Count == 0 ? 0 : found[0].Total, [.. found.Select(row => Event(row.Document))]);
    }

    /// <summary>The number of matching events.</summary>
    public async Task<long> CountAsync(ProviderEventQuery query, CancellationToken cancellationToken = default) =>
        (await database.QueryAsync<long>($"SELECT COUNT(*) FROM provider_events{Where(query)}", Arguments(query, 0, 0), cancellationToken))[0];

    /// <summary>Events that started before a moment, oldest first, and tombstones that have expired by then.</summary>
    public async Task<ImmutableArray<Guid>> ExpiredAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        const string expired = """
            SELECT key FROM provider_events WHERE (deleted_at IS NULL AND event_time < @before) OR deleted_at < @deletedBefore
            ORDER BY event_time LIMIT @limit
            """;
        var deletedBefore = ProviderEventState.DeletedBefore(before);
        var args = new { before = before.ToUnixTimeMilliseconds(), deletedBefore = deletedBefore.ToUnixTimeMilliseconds(), limit };
        var keys = await database.QueryAsync<string>(expired, args, cancellationToken);
        return [.. keys.Select(Guid.Parse)];
    }

    // Only constants become SQL; user input goes into parameters.
    private static string Where(ProviderEventQuery query)
    {
        List<string> conditions = ["deleted_at IS NULL"];
        if (query.Open is not null) conditions.Add("open = @open");
        if (query.Name is not null) conditions.Add("name = @name");
        if (query.Search is not null) conditions.Add("name_key LIKE @pattern ESCAPE '\\'");
        return " WHERE " + string.Join(" AND ", conditions);
    }

    private static object Arguments(ProviderEventQuery query, long offset, int limit) => new
    {
        open = query.Open ?? false,
        name = query.Name ?? "",
        pattern = query.Search is { } search ? Pattern(search) : "",
        offset,
        limit,
    };

    private static string Pattern(string search)
    {
        var literal = ProviderRows.NameKey(search).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{literal}%";
    }

    private static ProviderEvent Event(string document) =>
        JsonSerializer.Deserialize(document, StoredJson.TypeInfo<ProviderEventState>())!.Event!;
}

/// <summary>A query for events.</summary>
/// <param name="Open">Only open or only closed events; null means all.</param>
/// <param name="Name">The exact name, or null.</param>
/// <param name="Search">A part of the name, case-insensitive, or null.</param>
/// <param name="Latest">Whether the latest come first.</param>
internal sealed record ProviderEventQuery(bool? Open = true, string? Name = null, string? Search = null, bool Latest = false);

/// <summary>A part of a list.</summary>
/// <param name="Total">The number of all matching events.</param>
/// <param name="Events">The events of this part.</param>
internal sealed record ProviderEventPart(long Total, ImmutableArray<ProviderEvent> Events);
