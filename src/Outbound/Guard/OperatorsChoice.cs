using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>The guard of connections to services that the operator named: every address is right. Only for <see cref="OutboundPolicy.TrustedOrigin"/>.</summary>
internal sealed class OperatorsChoice : IOutboundGuard
{
    public string? RefuseUrl(Uri url, string original) => UrlRules.Refuse(url, original);

    public bool Forbids(string host, IPAddress address, int port) => false;
}
