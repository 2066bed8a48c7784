using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>
/// Restricts outgoing requests to the public internet. It checks the resolved addresses at the moment of connecting, so neither an unusual spelling
/// nor a DNS change between check and use bypasses it.
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
            if (entry.Matches(bare, plain, port))
            {
                return false;
            }
        }

        return port is not (Http or Https) || LocalNames.Contains(bare) || SpecialAddresses.Contains(plain) || own.Contains(plain);
    }
}
