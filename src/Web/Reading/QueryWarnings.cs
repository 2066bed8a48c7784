using System.Collections.Frozen;

namespace Actors.Web.Reading;

/// <summary>Adds a <c>Warning</c> header for query parameters without effect, so that callers notice a mistyped filter.</summary>
public static class QueryWarnings
{
    private const int MaxNames = 10;
    private const int MaxNameLength = 64;

    /// <summary>Warns of parameters that are not known.</summary>
    public static void NameUnknown(HttpContext context, FrozenSet<string> known)
    {
        ArgumentNullException.ThrowIfNull(context);
        Warn(context, "unknown query parameters", context.Request.Query.Keys.Where(name => !known.Contains(name)));
    }

    /// <summary>Adds a warning (199 of RFC 7234) about parameters, unless the list is empty.</summary>
    /// <param name="context">The request.</param>
    /// <param name="what">The problem, in ASCII and without quotes.</param>
    /// <param name="names">The names of the parameters as sent.</param>
    public static void Warn(HttpContext context, string what, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(context);
        var listed = names.Take(MaxNames).Select(Escape).ToArray();
        if (listed.Length > 0) context.Response.Headers.Append("Warning", $"199 - \"{what}: {string.Join(", ", listed)}\"");
    }

    // A quoted header value must not contain quotes or non-ASCII characters.
    private static string Escape(string name) => Uri.EscapeDataString(name.Length <= MaxNameLength ? name : name[..MaxNameLength]);
}
