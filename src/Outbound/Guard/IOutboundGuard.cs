using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Decides where outgoing connections may go.</summary>
internal interface IOutboundGuard
{
    /// <summary>Why the address of a request is not asked at all; null when it may be tried.</summary>
    string? RefuseUrl(Uri url, string original);

    /// <summary>True when the host must not be connected to at this address.</summary>
    bool Forbids(string host, IPAddress address, int port);
}
