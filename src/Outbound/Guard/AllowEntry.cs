using System.Globalization;
using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>One entry of <c>OUTBOUND_ALLOW</c>: a host name or a network, with one port or all ports.</summary>
internal sealed record AllowEntry(string? Host, IPNetwork? Network, int? Port)
{
    public bool Matches(string host, IPAddress address, int port) =>
        (Port is null || Port == port)
        && (Host is not null ? Host.Equals(host, StringComparison.OrdinalIgnoreCase) : Network!.Value.Contains(address));

    /// <summary>Null when the text is not a host, network, host:port or [address]:port.</summary>
    public static AllowEntry? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return new AllowEntry(null, network, null);
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return Single(address, null);
        }

        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return Named(text, null);
        }

        return int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? WithPort(text[..colon], port)
            : null;
    }

    private static AllowEntry? WithPort(string host, int port) =>
        IPAddress.TryParse(host, out var address) ? Single(address, port) : Named(host, port);

    private static AllowEntry Single(IPAddress address, int? port) => new(null, new IPNetwork(address, address.GetAddressBytes().Length * 8), port);

    private static AllowEntry? Named(string host, int? port) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns ? new AllowEntry(host.TrimEnd('.'), null, port) : null;
}
