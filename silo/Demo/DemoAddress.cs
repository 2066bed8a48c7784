using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.Silo.Demo;

/// <summary>Where the demo site listens: a free port on loopback.</summary>
internal sealed record DemoAddress(int Port)
{
    /// <summary>Host and port, as OUTBOUND_ALLOW wants them.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string Url => $"http://{HostAndPort}";

    public static DemoAddress Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new(((IPEndPoint)probe.LocalEndpoint).Port);
    }
}
