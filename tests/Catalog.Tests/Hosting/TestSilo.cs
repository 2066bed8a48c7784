#if CLUSTER
using Actors.Cluster;
#endif

namespace Actors.Catalog.Tests.Hosting;

/// <summary>The runtime of this build, for hosts that tests put together themselves: the one place where the two builds differ here.</summary>
internal static class TestSilo
{
    public static ISiloBuilder UseThisRuntime(this ISiloBuilder silo)
    {
#if CLUSTER
        silo.UseSingleSilo();
#endif
        return silo;
    }
}
