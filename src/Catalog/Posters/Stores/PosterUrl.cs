using System.Text;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Parses and normalises the addresses of pictures.</summary>
internal static class PosterUrl
{
    /// <summary>Maximum length of an address, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The absolute http or https address in a text, without its fragment; null if there is none.</summary>
    public static Uri? Parse(string text)
    {
        var trimmed = text.Trim();
        // Uri.TryCreate throws for some texts with another prefix (two slashes and a bidirectional mark).
        if (trimmed.Length > MaxLength || !trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!Uri.TryCreate(trimmed.Split('#', 2)[0], UriKind.Absolute, out var uri))
            return null;
        return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps ? uri : null;
    }

    /// <summary>The key of an address: normalised scheme and host, without default port and fragment.</summary>
    public static string Key(string text) => PosterName.Hash(Encoding.UTF8.GetBytes(Parse(text)?.AbsoluteUri ?? text));
}
