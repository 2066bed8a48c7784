using System.Net;
using Orleans.Configuration;

namespace Actors.Hosting.Membership;

/// <summary>The endpoints of a silo. It listens for other silos on one address only.</summary>
internal static class ClusterEndpoints
{
    public static ISiloBuilder UseEndpoints(this ISiloBuilder silo, ClusterSettings settings) => silo.Configure<EndpointOptions>(options =>
    {
        options.AdvertisedIPAddress = settings.Address;
        options.SiloPort = settings.SiloPort;
        options.GatewayPort = settings.GatewayPort;
        options.SiloListeningEndpoint = new IPEndPoint(settings.Address, settings.SiloPort);
        if (settings.GatewayPort > 0) options.GatewayListeningEndpoint = new IPEndPoint(settings.Address, settings.GatewayPort);
    });
}
