using System.Text;

namespace Actors.Outbound.Guard;

/// <summary>The host of an address as DNS would be asked for it.</summary>
internal static class HostNames
{
    /// <summary>Null when the address has no host, or one that is no name by the rules of international names.</summary>
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

    // The framework lets through hosts that its own HTTP handler then throws at.
    private static bool IsHost(string host) =>
        Ascii.IsValid(host) && Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;
}
