using System.Net;
using System.Net.Sockets;

namespace Actors.Web.Listeners;

/// <summary>TCP ports of loopback: which are taken, and which are free for a server that must be told a number.</summary>
public static class LoopbackPort
{
    /// <summary>Whether a program listens on the port, on IPv4 or on IPv6.</summary>
    public static bool IsTaken(int port) =>
        Bind(IPAddress.Loopback, port) is null || (Socket.OSSupportsIPv6 && Bind(IPAddress.IPv6Loopback, port) is null);

    /// <summary>A free port: the preferred one if it is. Another program could take it before it is used; then the start fails.</summary>
    public static int Free(int preferred = 0) => Bind(IPAddress.Loopback, preferred) ?? Bind(IPAddress.Loopback, 0)!.Value;

    // The port that was bound for a moment; null when it is taken.
    private static int? Bind(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException refused)
        {
            // A machine without that address family has nothing to take.
            return refused.SocketErrorCode == SocketError.AddressAlreadyInUse ? null : port;
        }
    }
}
