using System.Text;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Addresses of pictures: which ones are tried, and which ones are the same.</summary>
internal static class PosterUrl
{
    /// <summary>Longest address tried, characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The absolute http or https address in a text, without its fragment.</summary>
    public static Uri? Parse(string text)
    {
        var trimmed = text.Trim();
        // Uri.TryCreate throws at some texts that begin otherwise (two slashes and a bidirectional mark).
        if (trimmed.Length > MaxLength || !trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!Uri.TryCreate(trimmed.Split('#', 2)[0], UriKind.Absolute, out var uri))
            return null;
        return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps ? uri : null;
    }

    /// <summary>The key of an address: scheme and host in one spelling, default port and fragment left out.</summary>
    public static string Key(string text) => PosterName.Hash(Encoding.UTF8.GetBytes(Parse(text)?.AbsoluteUri ?? text));
}
