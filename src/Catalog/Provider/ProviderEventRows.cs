using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Provider.Sync;
using Actors.Persistence;

namespace Actors.Catalog.Provider;

/// <summary>Queries on table <c>provider_events</c>, in the SQL that SQLite and PostgreSQL share.</summary>
internal sealed class ProviderEventRows(IRowStore rows, IDatabase database) : IProviderEventRows
{
    // Properties, not a constructor: an empty answer does not tell of which type a computed column is.
    private sealed record ListRow
    {
        public string Document { get; init; } = "";

        public long Total { get; init; }
    }

    public async Task<ProviderEvent?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(ProviderRows.Events, id.ToString("N"), cancellationToken))?.State.Event;

    public async Task<ProviderEventPart> ListAsync(ProviderEventQuery query, long offset, int limit, CancellationToken cancellationToken)
    {
        var order = query.Latest ? "event_time DESC, key DESC" : "event_time, key";
        var sql = $"SELECT document, COUNT(*) OVER () AS total FROM provider_events{Where(query)} ORDER BY {order} LIMIT @limit OFFSET @offset";
        var found = await database.QueryAsync<ListRow>(sql, Arguments(query, offset, limit), cancellationToken);
        return new(found.Count == 0 ? 0 : found[0].Total, [.. found.Select(row => Event(row.Document))]);
    }

    public async Task<long> CountAsync(ProviderEventQuery query, CancellationToken cancellationToken) =>
        (await database.QueryAsync<long>($"SELECT COUNT(*) FROM provider_events{Where(query)}", Arguments(query, 0, 0), cancellationToken))[0];

    public async Task<ImmutableArray<Guid>> BegunAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        const string begun = """
            SELECT key FROM provider_events WHERE (deleted_at IS NULL AND event_time < @before) OR deleted_at < @deletedBefore
            ORDER BY event_time LIMIT @limit
            """;
        var deletedBefore = ProviderEventState.DeletedBefore(before);
        var args = new { before = before.ToUnixTimeMilliseconds(), deletedBefore = deletedBefore.ToUnixTimeMilliseconds(), limit };
        var keys = await database.QueryAsync<string>(begun, args, cancellationToken);
        return [.. keys.Select(Guid.Parse)];
    }

    // Only fixed words become SQL; what was asked for goes as parameters.
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
