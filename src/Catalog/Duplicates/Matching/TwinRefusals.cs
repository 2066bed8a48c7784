namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Why a decision cannot be taken, as a sentence for the operator; null when it can.</summary>
internal static class TwinRefusals
{
    /// <summary>Most events of a set.</summary>
    public const int MostMembers = 50;

    /// <summary>Why two events cannot be the same.</summary>
    /// <param name="first">One of them.</param>
    /// <param name="second">The other.</param>
    /// <param name="graph">What was decided of their sets.</param>
    /// <param name="cards">The events of both sets.</param>
    public static string? OfSame(Guid first, Guid second, TwinGraph graph, IReadOnlyDictionary<Guid, TwinCard> cards)
    {
        if (first == second) return "These are not two events but one.";
        if (graph.Difference(first, second) is { } other)
            return $"It was decided that {other.First} and {other.Second} are different: undo that first.";
        if (graph.NameOf(first) != graph.NameOf(second) && graph.SetOf(first).Length + graph.SetOf(second).Length > MostMembers)
            return $"More than {MostMembers} events would be the same.";
        foreach (var one in graph.SetOf(first))
        {
            if (graph.SetOf(second).FirstOrDefault(two => one != two && cards[one].To(cards[two]) == TwinRelation.Clash) is var clash && clash != Guid.Empty)
                return $"{one} and {clash} are different shows of one day.";
        }

        return cards[first].To(cards[second]) == TwinRelation.Apart ? $"{first} and {second} have no day in common." : null;
    }

    /// <summary>Why two events cannot be different.</summary>
    public static string? OfDifferent(Guid first, Guid second, TwinGraph graph)
    {
        if (first == second) return "These are not two events but one.";
        return graph.NameOf(first) == graph.NameOf(second) ? $"By earlier decisions {first} and {second} are the same: undo those first." : null;
    }
}
