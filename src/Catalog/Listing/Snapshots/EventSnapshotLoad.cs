using Actors.Catalog.Listing.Facts;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Reads all events in parallel parts, one per core. A row that is committed meanwhile may be missing.</summary>
internal sealed class EventSnapshotLoad(ISnapshotRows rows)
{
    /// <summary>Rows per query.</summary>
    private const int PageSize = 500;

    /// <summary>Rows per part, if numbers are spread evenly. A part is in memory twice while it is built.</summary>
    private const int PartSize = 25_000;

    /// <summary>Reads the filter columns.</summary>
    public async Task<FactTable> FactsAsync()
    {
        var places = new PlaceNames();
        var parts = await ReadAsync(() => new FactBlockBuilder(places), (part, row) => part.Add(SnapshotMapping.FactsOf(row)), part => part.ToBlocks());
        return FactTable.Of(parts.SelectMany(blocks => blocks), places);
    }

    /// <summary>Builds the search index.</summary>
    public async Task<SearchIndex> IndexAsync() =>
        SearchIndex.Join(await ReadAsync(() => new SearchIndexBuilder(), (part, row) => part.Add(SnapshotMapping.DocumentOf(row.State)), part => part.ToIndex()));

    private async Task<TPart[]> ReadAsync<TBuilder, TPart>(Func<TBuilder> begin, Action<TBuilder, StoredEvent> add, Func<TBuilder, TPart> end)
    {
        var spans = PartsOf(await rows.RangeAsync());
        var parts = new TPart[spans.Count];
        await Parallel.ForAsync(0, parts.Length, async (i, cancellation) =>
        {
            var part = begin();
            await ReadAsync(spans[i], row => add(part, row), cancellation);
            parts[i] = end(part);
        });
        return parts;
    }

    // The first and the last part are unbounded, because rows may be added meanwhile.
    private static List<(long After, long Last)> PartsOf(IdRange span)
    {
        var count = (int)Math.Max(1, span.Count / PartSize);
        var bounds = Enumerable.Range(1, count - 1).Select(i => span.First + ((span.Last - span.First) / count * i));
        long[] all = [long.MinValue, .. bounds, long.MaxValue];
        return [.. all.Zip(all.Skip(1))];
    }

    private async Task ReadAsync((long After, long Last) span, Action<StoredEvent> add, CancellationToken cancellationToken)
    {
        for (var after = span.After; ;)
        {
            var page = await rows.PageAsync(after, span.Last, PageSize, cancellationToken);
            foreach (var row in page) add(row);
            if (page.Length < PageSize) return;
            after = page[^1].State.Id;
        }
    }
}
