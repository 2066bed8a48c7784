using System.Net;
using System.Net.Sockets;

namespace Actors.Outbound.Guard;

/// <summary>Opens connections: resolves the name, checks every address, and connects to a checked address, never to the name.</summary>
internal sealed class GuardedConnector(IResolver resolver, IOutboundGuard guard)
{
    // Bounds the connection attempts to a host with many addresses.
    private const int MaxAddresses = 4;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesOfAsync(host, cancellationToken);
        // A forbidden address among public ones suggests an attack, so none of them is used.
        if (addresses.Count == 0 || addresses.Any(address => guard.Forbids(host, address, port)))
        {
            throw new ForbiddenAddressException();
        }

        return await ConnectAsync(addresses, port, cancellationToken);
    }

    private async Task<IReadOnlyList<IPAddress>> AddressesOfAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);

    private static async Task<Stream> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var address in addresses.Take(MaxAddresses))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                last = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }
}
