using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Duplicates;

/// <summary>Finds undecided candidate duplicates by a query on the rows, matcher by matcher.</summary>
internal sealed class CandidateFinder(IDuplicateRows rows, ISnapshotRows copies, CatalogOptions options)
{
    /// <summary>The number of rows per query.</summary>
    private const int PageSize = 1000;

    /// <summary>Finds the most similar candidates.</summary>
    public async Task<Candidates> FindAsync(int limit, CancellationToken cancellationToken)
    {
        var graph = new DecisionGraph(await rows.DecisionsAsync(cancellationToken));
        var best = new BestCandidates(limit, graph);
        var matcher = new VenueMatcher(graph, best);
        var fingerprints = new List<EventFingerprint>();
        var at = VenueKey.None;
        foreach (var page in Shared(await rows.PlacesAsync(cancellationToken)).Chunk(PageSize))
        {
            var events = (await copies.ByIdsAsync([.. page.Select(entry => entry.Id)], cancellationToken)).ToDictionary(e => e.Id);
            foreach (var entry in page)
            {
                if (entry.Venue != at) CompareAll(matcher, fingerprints);
                at = entry.Venue;
                if (events.GetValueOrDefault(entry.Id) is { Active: true } e) fingerprints.Add(Fingerprints.Of(e, options.Zone));
            }
        }

        CompareAll(matcher, fingerprints);
        return new(best.Pairs, matcher.Partial);
    }

    // Skips venues with a single event.
    private static IEnumerable<VenueEvent> Shared(IReadOnlyList<VenueEvent> entries) => entries.Where((entry, i) =>
        (i > 0 && entries[i - 1].Venue == entry.Venue) || (i + 1 < entries.Count && entries[i + 1].Venue == entry.Venue));

    private static void CompareAll(VenueMatcher matcher, List<EventFingerprint> fingerprints)
    {
        matcher.CompareAll(fingerprints);
        fingerprints.Clear();
    }
}

/// <summary>The candidates, most similar first.</summary>
/// <param name="Pairs">The candidates.</param>
/// <param name="Partial">Whether a matcher had too many events to compare all pairs.</param>
internal sealed record Candidates(ImmutableArray<CandidatePair> Pairs, bool Partial);
