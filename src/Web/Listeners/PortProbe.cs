using System.Net;
using System.Net.Sockets;

namespace Actors.Web.Listeners;

/// <summary>Tells before the server starts whether a loopback port is taken, on IPv4 or on IPv6.</summary>
internal static class PortProbe
{
    public static bool IsTaken(int port) => IsTaken(IPAddress.Loopback, port) || (Socket.OSSupportsIPv6 && IsTaken(IPAddress.IPv6Loopback, port));

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException refused)
        {
            // A machine without that address family has nothing to take.
            return refused.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
