using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>
/// Keeps outgoing requests on the public internet: what a name means is decided by the addresses it resolves to at the moment of
/// connecting, so that no spelling of an address and no change of a name between check and use gets around it.
/// </summary>
internal sealed class OutboundGuard(IReadOnlyList<AllowEntry> allowed, OwnAddresses own) : IOutboundGuard
{
    private const int Http = 80;
    private const int Https = 443;

    public string? RefuseUrl(Uri url, string original) => UrlRules.Refuse(url, original);

    public bool Forbids(string host, IPAddress address, int port)
    {
        var bare = host.TrimEnd('.');
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var entry in allowed)
        {
            if (entry.Fits(bare, plain, port))
            {
                return false;
            }
        }

        return port is not (Http or Https) || LocalNames.Contains(bare) || SpecialAddresses.Contains(plain) || own.Contains(plain);
    }
}
