namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Reasons to refuse a decision, as sentences for the operator; null allows it.</summary>
internal static class DecisionRefusals
{
    /// <summary>Maximum number of events of a set.</summary>
    public const int MaxMembers = 50;

    /// <summary>Why two events cannot be duplicates.</summary>
    /// <param name="first">An event.</param>
    /// <param name="second">The other event.</param>
    /// <param name="graph">The decisions about their sets.</param>
    /// <param name="fingerprints">The events of both sets.</param>
    public static string? OfSame(Guid first, Guid second, DecisionGraph graph, IReadOnlyDictionary<Guid, EventFingerprint> fingerprints)
    {
        if (first == second) return "Both uuids name the same event.";
        if (graph.Difference(first, second) is { } other)
            return $"{other.First} and {other.Second} were marked as different: undo that decision first.";
        if (graph.NameOf(first) != graph.NameOf(second) && graph.SetOf(first).Length + graph.SetOf(second).Length > MaxMembers)
            return $"The set would have more than {MaxMembers} duplicates.";
        foreach (var one in graph.SetOf(first))
        {
            if (graph.SetOf(second).FirstOrDefault(two => one != two && fingerprints[one].To(fingerprints[two]) == MatchRelation.DifferentShows) is var clash && clash != Guid.Empty)
                return $"{one} and {clash} are different shows on one day.";
        }

        return fingerprints[first].To(fingerprints[second]) == MatchRelation.NoCommonDay ? $"{first} and {second} have no day in common." : null;
    }

    /// <summary>Why two events cannot be different.</summary>
    public static string? OfDifferent(Guid first, Guid second, DecisionGraph graph)
    {
        if (first == second) return "Both uuids name the same event.";
        return graph.NameOf(first) == graph.NameOf(second) ? $"By earlier decisions {first} and {second} are duplicates: undo those decisions first." : null;
    }
}
