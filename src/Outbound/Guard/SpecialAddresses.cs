using System.Net;
using System.Net.Sockets;

namespace Actors.Outbound.Guard;

/// <summary>
/// Addresses outside the public internet. In IPv6 only global unicast is public, except ranges that embed IPv4 addresses or are reserved.
/// </summary>
internal static class SpecialAddresses
{
    private static readonly IPNetwork[] s_special4 = Parse(
        "0.0.0.0/8",          // this network
        "10.0.0.0/8",         // private
        "100.64.0.0/10",      // carrier-grade NAT, Alibaba's metadata
        "127.0.0.0/8",        // loopback
        "168.63.129.16/32",   // Azure's metadata
        "169.254.0.0/16",     // link-local, metadata of the other clouds
        "172.16.0.0/12",      // private
        "192.0.0.0/24",       // protocol assignments, Oracle's metadata
        "192.0.2.0/24",       // documentation
        "192.31.196.0/24",    // AS112
        "192.52.193.0/24",    // AMT
        "192.88.99.0/24",     // 6to4 relays
        "192.168.0.0/16",     // private
        "192.175.48.0/24",    // AS112
        "198.18.0.0/15",      // benchmarks
        "198.51.100.0/24",    // documentation
        "203.0.113.0/24",     // documentation
        "224.0.0.0/4",        // multicast
        "240.0.0.0/4");       // reserved, broadcast

    private static readonly IPNetwork s_public6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_special6 = Parse(
        "2001::/23",          // protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",      // documentation
        "2002::/16",          // 6to4
        "2620:4f:8000::/48",  // AS112
        "3ffe::/16",          // 6bone
        "3fff::/20");         // documentation

    /// <summary>True if the address is not a public one.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => Any(s_special4, address),
            AddressFamily.InterNetworkV6 => address.ScopeId != 0 || !s_public6.Contains(address) || Any(s_special6, address),
            _ => true,
        };
    }

    private static bool Any(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
