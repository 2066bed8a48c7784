using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>The query parameters of lists of events.</summary>
internal static class ViewParameters
{
    /// <summary>Those the documents have.</summary>
    private static readonly string[] s_documented = ["type", "id"];

    /// <summary>Those that are extra: with any of them a list is filtered and comes in pages.</summary>
    private static readonly string[] s_extra =
    [
        "date_from", "date_to", "when", "q", "place", "price_min", "price_max", "age", "changed_since", "cursor", "limit", "fields",
    ];

    /// <summary>All of them.</summary>
    public static readonly FrozenSet<string> Known = s_documented.Concat(s_extra).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a request has none but those of the documents.</summary>
    public static bool AreDocumented(IQueryCollection query)
    {
        foreach (var (name, _) in query)
        {
            if (!s_documented.Contains(name, StringComparer.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    /// <summary>The extra ones of a request.</summary>
    public static IEnumerable<string> ExtraIn(IQueryCollection query) => s_extra.Where(query.ContainsKey);
}
