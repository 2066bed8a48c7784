using System.Text;

namespace Actors.Catalog.Rules.Posters;

/// <summary>Addresses of pictures: which ones are tried, and which ones are the same.</summary>
internal static class PosterUrl
{
    /// <summary>Longest address tried, characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The absolute http or https address in a text, without its fragment.</summary>
    public static Uri? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MaxLength || !Uri.TryCreate(trimmed, UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return null;
        return uri.Fragment.Length == 0 ? uri : new UriBuilder(uri) { Fragment = "" }.Uri;
    }

    /// <summary>The key of an address: scheme and host in one spelling, default port and fragment left out.</summary>
    public static string Key(string text) => PosterName.Hash(Encoding.UTF8.GetBytes(Parse(text)?.AbsoluteUri ?? text));
}
