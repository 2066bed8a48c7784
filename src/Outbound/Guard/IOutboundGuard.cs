using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Decides which hosts may be connected to.</summary>
internal interface IOutboundGuard
{
    /// <summary>The reason to refuse a URL; null when it is allowed.</summary>
    string? RefuseUrl(Uri url, string original);

    /// <summary>True if connecting to the host at this address is forbidden.</summary>
    bool Forbids(string host, IPAddress address, int port);
}
