using System.Net;
using System.Net.Sockets;

namespace Actors.Web.Listeners;

/// <summary>Finds free loopback TCP ports, for servers that need a fixed number.</summary>
public static class LoopbackPort
{
    /// <summary>Returns a free port, the preferred one if possible. Another program could take it before it is used; the start fails then.</summary>
    public static int Free(int preferred = 0) => Bind(preferred) ?? Bind(0)!.Value;

    // Binds a port briefly to check it; null if it is in use.
    private static int? Bind(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return null;
        }
    }
}
