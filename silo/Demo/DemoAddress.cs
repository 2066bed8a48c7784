using System.Globalization;
using Actors.Web.Listeners;

namespace Actors.Silo.Demo;

/// <summary>Where the demo site listens: a free port on loopback.</summary>
internal sealed record DemoAddress(int Port)
{
    private const int Preferred = 8090;

    /// <summary>Host and port, as OUTBOUND_ALLOW wants them.</summary>
    public string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public string Url => $"http://{HostAndPort}";

    /// <summary>The preferred port when it is free, so that a run that was interrupted finds its pages again; else any.</summary>
    public static DemoAddress Free(int preferred = Preferred) => new(LoopbackPort.Free(preferred));
}
