using System.Collections.Immutable;

namespace Actors.Search.Query;

/// <summary>A query, understood: every slot has to be found. Only the beginning of a very long query counts.</summary>
internal static class QueryPlan
{
    /// <summary>Most characters that are looked at.</summary>
    public const int MaxCharacters = 1000;

    /// <summary>Most words between spaces that count.</summary>
    public const int MaxSlots = 12;

    /// <summary>The slots of a query, each word once; none when it has no letter or digit.</summary>
    public static ImmutableArray<QuerySlot> Of(string query)
    {
        var chunks = query.AsSpan(0, Math.Min(query.Length, MaxCharacters)).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var whole = query.Length > MaxCharacters && chunks.Length > 1 ? chunks[..^1] : chunks;
        return [.. whole.Distinct(StringComparer.OrdinalIgnoreCase).Select(SlotReading.Read).OfType<QuerySlot>().Take(MaxSlots)];
    }
}
