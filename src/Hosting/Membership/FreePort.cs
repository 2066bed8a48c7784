using System.Net;
using System.Net.Sockets;

namespace Actors.Hosting.Membership;

/// <summary>A TCP port of loopback that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>The port; between this call and its use somebody else could take it, and then the start fails.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
