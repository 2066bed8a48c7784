using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>The guard for services that the operator configured: it allows every address. Only for <see cref="OutboundPolicy.TrustedOrigin"/>.</summary>
internal sealed class TrustedGuard : IOutboundGuard
{
    public string? RefuseUrl(Uri url, string original) => UrlRules.Refuse(url, original);

    public bool Forbids(string host, IPAddress address, int port) => false;
}
