using System.Collections.Frozen;

namespace Actors.Web.Reading;

/// <summary>Tells callers in a <c>Warning</c> header which of their query parameters had no effect: a filter with a typo must not pass for one.</summary>
public static class QueryWarnings
{
    private const int MostNames = 10;
    private const int LongestName = 64;

    /// <summary>Names the parameters of the request that are not among the known ones.</summary>
    public static void NameUnknown(HttpContext context, FrozenSet<string> known)
    {
        ArgumentNullException.ThrowIfNull(context);
        Warn(context, "unknown query parameters", context.Request.Query.Keys.Where(name => !known.Contains(name)));
    }

    /// <summary>Adds a warning that names parameters (199 of RFC 7234); none when there are none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="what">What is with them, in ASCII and without quotes.</param>
    /// <param name="names">The parameters, as the caller wrote them.</param>
    public static void Warn(HttpContext context, string what, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(context);
        var listed = names.Take(MostNames).Select(Harmless).ToArray();
        if (listed.Length > 0) context.Response.Headers.Append("Warning", $"199 - \"{what}: {string.Join(", ", listed)}\"");
    }

    // A header takes neither quotes nor letters beyond ASCII.
    private static string Harmless(string name) => Uri.EscapeDataString(name.Length <= LongestName ? name : name[..LongestName]);
}
