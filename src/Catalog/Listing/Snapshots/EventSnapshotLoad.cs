using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Views;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Reads all events: parts of them at the same time, one a core.</summary>
internal sealed class EventSnapshotLoad(IEventCopies copies)
{
    /// <summary>Rows read together.</summary>
    private const int PageSize = 500;

    /// <summary>Rows of a part, if their numbers are spread evenly: what is being built of a part, and not all at once, is in memory twice.</summary>
    private const int PartSize = 25_000;

    private readonly PlaceNames _places = new();

    public async Task<EventSnapshot> RunAsync()
    {
        // First the point: what is committed while rows are read is read again later.
        var point = (await copies.ChangesAsync(since: null, limit: 0)).Now;
        var parts = PartsOf(await copies.SpanAsync());
        var read = new Part[parts.Count];
        await Parallel.ForAsync(0, parts.Count, async (i, cancellation) => read[i] = await ReadAsync(parts[i], cancellation));
        return new EventSnapshot(FactTable.Of(read.SelectMany(part => part.Blocks), _places), SearchIndex.Join([.. read.Select(part => part.Index)]), point, new RowMemory());
    }

    // The first and the last part have no bounds: rows may be added meanwhile.
    private static List<(long After, long Last)> PartsOf(EventSpan span)
    {
        var count = (int)Math.Max(1, span.Count / PartSize);
        var bounds = Enumerable.Range(1, count - 1).Select(i => span.First + ((span.Last - span.First) / count * i));
        long[] all = [long.MinValue, .. bounds, long.MaxValue];
        return [.. all.Zip(all.Skip(1))];
    }

    private async Task<Part> ReadAsync((long After, long Last) part, CancellationToken cancellationToken)
    {
        var (blocks, index) = (new FactBlockBuilder(_places), new SearchIndexBuilder());
        for (var after = part.After; ;)
        {
            var page = await copies.PageAsync(after, part.Last, PageSize, cancellationToken);
            foreach (var row in page)
            {
                blocks.Add(EventTexts.FactsOf(row));
                index.Add(EventTexts.DocumentOf(row.State));
            }

            if (page.Length < PageSize) break;
            after = page[^1].State.Id;
        }

        return new Part(blocks.ToBlocks(), index.ToIndex());
    }

    private sealed record Part(List<FactBlock> Blocks, SearchIndex Index);
}
