using System.Diagnostics.CodeAnalysis;

namespace Actors.Core.Text;

/// <summary>
/// Parses URLs from untrusted input. <see cref="Uri.TryCreate(string, UriKind, out Uri)"/> throws IndexOutOfRangeException for some inputs (two
/// slashes and a bidirectional mark, seen on .NET 10.0), which must not become a 500.
/// </summary>
public static class WebUri
{
    /// <summary>Parses an absolute URL.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? url) =>
        TryRead(() => Uri.TryCreate(text, UriKind.Absolute, out var read) ? read : null, out url);

    /// <summary>Resolves a link or redirect of <paramref name="origin"/>.</summary>
    public static bool TryResolve(Uri origin, string? text, [NotNullWhen(true)] out Uri? url) =>
        TryRead(() => Uri.TryCreate(origin, text, out var read) ? read : null, out url);

    private static bool TryRead(Func<Uri?> read, [NotNullWhen(true)] out Uri? url)
    {
        try
        {
            url = read();
            // Uri parses some parts lazily; reading AbsoluteUri forces it.
            return url is not null && (!url.IsAbsoluteUri || url.AbsoluteUri.Length >= 0);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or UriFormatException)
        {
            url = null;
            return false;
        }
    }
}
