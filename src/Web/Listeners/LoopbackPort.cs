using System.Net;
using System.Net.Sockets;

namespace Actors.Web.Listeners;

/// <summary>Free TCP ports of loopback, for a server that must be told a number.</summary>
public static class LoopbackPort
{
    /// <summary>A free port: the preferred one if it is. Another program could take it before it is used; then the start fails.</summary>
    public static int Free(int preferred = 0) => Bind(preferred) ?? Bind(0)!.Value;

    // The port that was bound for a moment; null when it is taken.
    private static int? Bind(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return null;
        }
    }
}
