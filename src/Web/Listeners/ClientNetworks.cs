using System.Net;
using System.Net.Sockets;
using Actors.Web.Identity;

namespace Actors.Web.Listeners;

/// <summary>Where a request comes from, as limits and security events count it.</summary>
public static class ClientNetworks
{
    /// <summary>What a request without an address counts as: one over a Unix socket, or in memory.</summary>
    public const string Unknown = "local";

    private const int NetworkBytes = 8;

    /// <summary>
    /// The network of the client: its IPv4 address, or the /64 of its IPv6 address, because one customer has at least that many addresses.
    /// An IPv4 address written as IPv6 is that IPv4 address. Behind <c>TRUSTED_PROXIES</c> it is the client they name.
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

    /// <summary>Who makes the request: the account that was found for it, be its session over or not, else the client's network.</summary>
    internal static string GetPrincipal(this HttpContext context) =>
        (context.FindCaller()?.AccountId ?? context.FindFormerCaller()?.AccountId) is { } account ? $"@{account:N}" : context.GetClientNetwork();
}
