using Actors.Persistence;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Queries the tables of events and posters.</summary>
internal sealed class SqlPosterReferences(IDatabase database) : IPosterReferences
{
    private const string Referenced = "SELECT key FROM events WHERE poster = @name LIMIT 1";

    private const string Unreferenced = """
        SELECT p.key FROM posters p
        WHERE p.touched_at < @before AND p.key > @after AND NOT EXISTS (SELECT 1 FROM events e WHERE e.poster = p.key)
        ORDER BY p.key LIMIT @limit
        """;

    public async Task<bool> IsReferencedAsync(string name, CancellationToken cancellationToken = default)
        => (await database.QueryAsync<string>(Referenced, new { name }, cancellationToken)).Count > 0;

    public Task<IReadOnlyList<string>> UnreferencedAsync(DateTimeOffset touchedBefore, string after, int limit, CancellationToken cancellationToken = default)
        => database.QueryAsync<string>(Unreferenced, new { before = touchedBefore.ToUnixTimeMilliseconds(), after, limit }, cancellationToken);
}
