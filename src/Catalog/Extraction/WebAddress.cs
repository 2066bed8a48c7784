using Actors.Core.Text;

namespace Actors.Catalog.Extraction;

/// <summary>Resolves the addresses on a page to absolute http or https addresses.</summary>
internal static class WebAddress
{
    // Limits both the written and the resolved form, in which a Cyrillic letter takes six bytes: addresses are in database keys, which hold 2,700
    // bytes.
    private const int MaxLength = 2_048;

    public static string? Resolve(Uri page, string? written)
    {
        var trimmed = written?.Trim();
        if (trimmed is not { Length: > 0 and <= MaxLength } || trimmed[0] == '#')
            return null;
        if (!WebUri.TryResolve(page, trimmed, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return null;
        if (uri.AbsoluteUri.Length > MaxLength)
            return null;
        // Keeps a bare host without a trailing slash.
        return uri.AbsoluteUri == trimmed + "/" ? trimmed : uri.AbsoluteUri;
    }

    public static bool IsAbsolute(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);
}
