using System.Net;
using System.Net.Sockets;
using Actors.Web.Identity;

namespace Actors.Web.Listeners;

/// <summary>The client's network, as rate limits and security events use it.</summary>
public static class ClientNetworks
{
    /// <summary>The network of requests without an IP address: over a Unix socket or in memory.</summary>
    public const string Unknown = "local";

    private const int NetworkBytes = 8;

    /// <summary>
    /// The network of the client: its IPv4 address, or the /64 of its IPv6 address, because one customer usually has a whole /64. IPv4-mapped IPv6
    /// addresses count as IPv4. Behind <c>TRUSTED_PROXIES</c> it is the client's network, not the proxy's.
    /// </summary>
    public static string GetClientNetwork(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Of(context.Connection.RemoteIpAddress);
    }

    internal static string Of(IPAddress? address)
    {
        if (address is null) return Unknown;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>The request's account, even if its session has ended; otherwise the client's network.</summary>
    internal static string GetPrincipal(this HttpContext context) =>
        (context.FindCaller()?.AccountId ?? context.FindFormerCaller()?.AccountId) is { } account ? $"@{account:N}" : context.GetClientNetwork();
}
