using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Accounts.Sessions;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Reads the client of a request.</summary>
internal static class Clients
{
    /// <summary>The client of a request.</summary>
    public static ClientInfo GetClient(this HttpContext http) =>
        Info(http.GetClientNetwork(), http.Request.Headers.UserAgent.ToString()) with { RequestId = http.TraceIdentifier };

    /// <summary>The client from data of another module.</summary>
    public static ClientInfo Info(string origin, string userAgent) => new(Network(origin), Shortened(userAgent)) { Origin = origin };

    /// <summary>The /24 of an IPv4 address; an IPv6 network is returned unchanged.</summary>
    internal static string Network(string network)
    {
        if (!IPAddress.TryParse(network, out var address) || address.AddressFamily != AddressFamily.InterNetwork) return network;
        var bytes = address.GetAddressBytes();
        bytes[^1] = 0;
        return $"{new IPAddress(bytes)}/24";
    }

    /// <summary>Removes control characters and truncates between characters; null if nothing is left.</summary>
    internal static string? Shortened(string userAgent)
    {
        var kept = new StringBuilder();
        foreach (var rune in userAgent.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > ClientInfo.MaxUserAgent) break;
            if (!Rune.IsControl(rune)) kept.Append(rune.ToString());
        }

        return kept.Length > 0 ? kept.ToString() : null;
    }
}
