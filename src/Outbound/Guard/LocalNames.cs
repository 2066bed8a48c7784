using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Host names that are reserved for this machine or the local network.</summary>
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

        // The resolver appends local search domains to a name without a dot.
        return !host.Contains('.') || s_suffixes.Any(suffix => EndsWithLabel(host, suffix));
    }

    private static bool EndsWithLabel(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
        && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.');
}
