using System.Text;

namespace Actors.Outbound.Guard;

/// <summary>The host of a URL in the form that DNS uses.</summary>
internal static class HostNames
{
    /// <summary>Null when the URL has no host or the host is not a valid (internationalised) name.</summary>
    public static string? Of(Uri url)
    {
        try
        {
            return url.IsAbsoluteUri && url.IdnHost is { Length: > 0 } host && IsHost(host) ? host : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    // Uri accepts hosts for which SocketsHttpHandler throws.
    private static bool IsHost(string host) =>
        Ascii.IsValid(host) && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;
}
