using Actors.Core.Text;

namespace Actors.Catalog.Extraction;

/// <summary>Addresses as pages write them, made absolute; only http and https count.</summary>
internal static class WebAddress
{
    // Written and made absolute, where a Cyrillic letter becomes six bytes: the store has addresses in a key, of 2,700 bytes at most.
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
        // A bare host stays as it is written.
        return uri.AbsoluteUri == trimmed + "/" ? trimmed : uri.AbsoluteUri;
    }

    public static bool IsAbsolute(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);
}
