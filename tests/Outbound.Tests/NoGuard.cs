using System.Net;
using Actors.Outbound.Guard;

namespace Actors.Outbound.Tests;

/// <summary>Allows everything, for negative controls.</summary>
internal sealed class NoGuard : IOutboundGuard
{
    public string? RefuseUrl(Uri url, string original) => null;

    public bool Forbids(string host, IPAddress address, int port) => false;
}
