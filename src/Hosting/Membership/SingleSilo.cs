using System.Net;
using Actors.Web.Listeners;
using Orleans.Configuration;
using Orleans.Runtime.GrainDirectory;

namespace Actors.Hosting.Membership;

/// <summary>One Orleans silo on this machine, which no other silo joins.</summary>
public static class SingleSilo
{
    private const string Name = "actors";

    /// <summary>
    /// Makes the silo the only member, bound to loopback. Its port is a free one, so that several programs (and tests) run side by side. It has no
    /// gateway, because the only client is the program itself.
    /// </summary>
    public static ISiloBuilder UseSingleSilo(this ISiloBuilder silo)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, LoopbackPort.Free());
        silo.UseDevelopmentClustering(endpoint);
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = endpoint.Address;
            options.SiloPort = endpoint.Port;
            options.GatewayPort = 0;
        });
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Name, Name));
        silo.Configure<GrainDirectoryOptions>(options => options.CachingStrategy = GrainDirectoryOptions.CachingStrategyType.Custom);
        silo.Services.AddSingleton<IGrainDirectoryCache, LocalGrainDirectoryCache>();
        silo.Services.AddRuntimeClocks();
        return silo;
    }
}
