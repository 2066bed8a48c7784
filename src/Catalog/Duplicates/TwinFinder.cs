using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Duplicates;

/// <summary>Finds events that may be the same and of which nobody decided yet: a query on the rows, place by place.</summary>
internal sealed class TwinFinder(ITwinRows rows, ISnapshotRows copies, CatalogOptions options)
{
    /// <summary>Rows read together.</summary>
    private const int PageSize = 1000;

    /// <summary>The most similar candidates.</summary>
    public async Task<TwinCandidates> FindAsync(int limit, CancellationToken cancellationToken)
    {
        var graph = new TwinGraph(await rows.DecisionsAsync(cancellationToken));
        var best = new BestTwins(limit, graph);
        var venue = new VenueTwins(graph, best);
        var cards = new List<TwinCard>();
        var at = VenueKey.None;
        foreach (var page in Shared(await rows.PlacesAsync(cancellationToken)).Chunk(PageSize))
        {
            var events = (await copies.ByIdsAsync([.. page.Select(entry => entry.Id)], cancellationToken)).ToDictionary(e => e.Id);
            foreach (var entry in page)
            {
                if (entry.Venue != at) Finish(venue, cards);
                at = entry.Venue;
                if (events.GetValueOrDefault(entry.Id) is { Active: true } e) cards.Add(TwinCards.Of(e, options.Zone));
            }
        }

        Finish(venue, cards);
        return new(best.Pairs, venue.Partial);
    }

    // An event that is alone at its place needs no look.
    private static IEnumerable<VenueEvent> Shared(IReadOnlyList<VenueEvent> entries) => entries.Where((entry, i) =>
        (i > 0 && entries[i - 1].Venue == entry.Venue) || (i + 1 < entries.Count && entries[i + 1].Venue == entry.Venue));

    private static void Finish(VenueTwins venue, List<TwinCard> cards)
    {
        venue.Look(cards);
        cards.Clear();
    }
}

/// <summary>Candidates, the most similar first.</summary>
/// <param name="Pairs">The candidates.</param>
/// <param name="Partial">True when there was a place with too many events to compare all.</param>
internal sealed record TwinCandidates(ImmutableArray<TwinPair> Pairs, bool Partial);
