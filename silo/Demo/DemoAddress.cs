using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Actors.Silo.Demo;

/// <summary>Where the demo site listens: a free port on loopback.</summary>
internal sealed record DemoAddress(int Port)
{
    private const int Preferred = 8090;

    /// <summary>Host and port, as OUTBOUND_ALLOW wants them.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string Url => $"http://{HostAndPort}";

    /// <summary>The preferred port when it is free, so that a run that was interrupted finds its pages again; else any.</summary>
    public static DemoAddress Free(int preferred = Preferred) => Probe(preferred) ?? Probe(0)!;

    private static DemoAddress? Probe(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return new(((IPEndPoint)probe.LocalEndpoint).Port);
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
