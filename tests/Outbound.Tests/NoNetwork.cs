using System.Net;
using Actors.Outbound.Guard;

namespace Actors.Outbound.Tests;

/// <summary>Wraps the real guard but forbids every connection; records the ones that the guard would allow.</summary>
internal sealed class NoNetwork : IOutboundGuard
{
    private readonly OutboundGuard _real = new([], new OwnAddresses(TimeProvider.System));

    public List<IPAddress> LetOut { get; } = [];

    public string? RefuseUrl(Uri url, string original) => _real.RefuseUrl(url, original);

    public bool Forbids(string host, IPAddress address, int port)
    {
        if (!_real.Forbids(host, address, port))
        {
            LetOut.Add(address);
        }

        return true;
    }
}
