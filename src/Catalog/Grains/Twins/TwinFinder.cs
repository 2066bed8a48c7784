using System.Collections.Immutable;
using Actors.Catalog.Ports.Twins;
using Actors.Catalog.Rules.Twins;

namespace Actors.Catalog.Grains.Twins;

/// <summary>Finds events that may be the same and of which nobody decided yet: a query on the rows, place by place.</summary>
internal sealed class TwinFinder(ITwinRows rows, CatalogOptions options)
{
    /// <summary>Rows read together.</summary>
    private const int PageSize = 2000;

    /// <summary>The most similar candidates.</summary>
    public async Task<TwinCandidates> FindAsync(int limit, CancellationToken cancellation)
    {
        var graph = new TwinGraph(await rows.DecisionsAsync(cancellation));
        var best = new BestTwins(limit, graph);
        var venue = new VenueTwins(graph, best);
        var (cards, at) = (new List<TwinCard>(), VenuePlace.Start);
        while (true)
        {
            var page = await rows.PageAsync(at, PageSize, cancellation);
            foreach (var (place, e) in page)
            {
                if (place != at.Venue) Finish(venue, cards);
                if (place != VenueKey.None) cards.Add(TwinCards.Of(e, options.Zone));
                at = new(place, e.Id);
            }

            if (page.Length < PageSize) break;
        }

        Finish(venue, cards);
        return new(best.Pairs, venue.Partial);
    }

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
