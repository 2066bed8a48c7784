using System.Globalization;
using Actors.Web.Listeners;

namespace Actors.Silo.Demo;

/// <summary>The address of the demo site: a free port on loopback.</summary>
internal sealed record DemoAddress(int Port)
{
    private const int Preferred = 8090;

    /// <summary>Host and port, in the format of OUTBOUND_ALLOW.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string Url => $"http://{HostAndPort}";

    /// <summary>The preferred port if it is free, so that an interrupted run finds its pages again; else any free port.</summary>
    public static DemoAddress Free(int preferred = Preferred) => new(LoopbackPort.Free(preferred));
}
