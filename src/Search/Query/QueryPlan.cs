using System.Collections.Immutable;

namespace Actors.Search.Query;

/// <summary>Parses a query into slots; a document must match all of them. The end of a very long query is ignored.</summary>
internal static class QueryPlan
{
    /// <summary>Maximum number of characters that count.</summary>
    public const int MaxCharacters = 1000;

    /// <summary>Maximum number of slots.</summary>
    public const int MaxSlots = 12;

    /// <summary>The distinct slots of a query; empty when it has no letter or digit.</summary>
    public static ImmutableArray<QuerySlot> Of(string query)
    {
        var chunks = query.AsSpan(0, Math.Min(query.Length, MaxCharacters)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var whole = query.Length > MaxCharacters && chunks.Length > 1 ? chunks[..^1] : chunks;
        return [.. whole.Distinct(StringComparer.OrdinalIgnoreCase).Select(SlotReading.Read).OfType<QuerySlot>().Take(MaxSlots)];
    }
}
