using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Names that mean this machine or this network wherever they resolve to.</summary>
internal static class LocalNames
{
    private static readonly string[] s_suffixes =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "cluster.local", "metadata.goog"];

    public static bool Contains(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return false;
        }

        // A name without a dot is completed by the machine's search domains.
        return !host.Contains('.') || s_suffixes.Any(suffix => EndsWithLabel(host, suffix));
    }

    private static bool EndsWithLabel(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
        && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.');
}
