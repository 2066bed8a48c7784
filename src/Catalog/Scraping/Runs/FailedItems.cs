using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Queries failed items and stored pages.</summary>
internal sealed class FailedItems(IDatabase database)
{
    private const string Find = """
        SELECT source, item_key, reason, detail, attempts, last_seen, next_try, page, page_is_list FROM dead_letters
        WHERE (CAST(@source AS TEXT) IS NULL OR source = @source) AND (CAST(@reason AS TEXT) IS NULL OR reason = @reason)
          AND (CAST(@like AS TEXT) IS NULL OR LOWER(item_key) LIKE @like ESCAPE '!' OR LOWER(page) LIKE @like ESCAPE '!' OR LOWER(detail) LIKE @like ESCAPE '!')
        ORDER BY last_seen DESC, source, item_key LIMIT @limit
        """;

    private const string Pages = """
        SELECT p.source, p.url, p.fetched_at, i.seen_at, p.body FROM payload_items i
        JOIN raw_payloads p ON p.source = i.source AND p.hash = i.hash
        WHERE i.item = @item ORDER BY i.seen_at DESC, p.fetched_at DESC
        """;

    public Task<IReadOnlyList<FailedItem>> FindAsync(FailedItemFilter filter, CancellationToken cancellationToken)
    {
        var like = filter.Search is { } text ? $"%{EscapeLike(text.ToLowerInvariant())}%" : null;
        return database.QueryAsync<FailedItem>(Find, new { source = filter.Source, reason = filter.Reason, like, limit = filter.Limit }, cancellationToken);
    }

    public Task<IReadOnlyList<StoredPage>> PagesOfAsync(string item, CancellationToken cancellationToken) =>
        database.QueryAsync<StoredPage>(Pages, new { item }, cancellationToken);

    private static string EscapeLike(string text) => text.Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
