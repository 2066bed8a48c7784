using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Pages;

/// <summary>The query parameters of lists of events.</summary>
internal static class ListParameters
{
    /// <summary>The parameters of the specification.</summary>
    private static readonly string[] s_documented = ["type", "id"];

    /// <summary>The additional parameters. With any of them a list is filtered and paged.</summary>
    private static readonly string[] s_extra =
    [
        "date_from", "date_to", "when", "q", "place", "price_min", "price_max", "age", "changed_since", "cursor", "limit", "fields",
    ];

    /// <summary>All parameters.</summary>
    public static readonly FrozenSet<string> Known = s_documented.Concat(s_extra).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if a request has no other parameters than those of the specification.</summary>
    public static bool AreDocumented(IQueryCollection query)
    {
        foreach (var (name, _) in query)
        {
            if (!s_documented.Contains(name, StringComparer.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    /// <summary>The additional parameters of a request.</summary>
    public static IEnumerable<string> ExtraIn(IQueryCollection query) => s_extra.Where(query.ContainsKey);
}
