using System.Diagnostics.CodeAnalysis;

namespace Actors.Core.Text;

/// <summary>
/// Reads addresses that others wrote. <see cref="Uri.TryCreate(string, UriKind, out Uri)"/> throws IndexOutOfRangeException for some of them
/// (two slashes and a bidirectional mark, seen on .NET 10.0), which must not become a 500.
/// </summary>
public static class WebUri
{
    /// <summary>An absolute address.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? url) =>
        TryRead(() => Uri.TryCreate(text, UriKind.Absolute, out var read) ? read : null, out url);

    /// <summary>An address as a page or a redirect at <paramref name="origin"/> means it.</summary>
    public static bool TryResolve(Uri origin, string? text, [NotNullWhen(true)] out Uri? url) =>
        TryRead(() => Uri.TryCreate(origin, text, out var read) ? read : null, out url);

    private static bool TryRead(Func<Uri?> read, [NotNullWhen(true)] out Uri? url)
    {
        try
        {
            url = read();
            // Some of it is read only when it is asked for.
            return url is not null && (!url.IsAbsoluteUri || url.AbsoluteUri.Length >= 0);
        }
        catch (Exception odd) when (odd is IndexOutOfRangeException or UriFormatException)
        {
            url = null;
            return false;
        }
    }
}
