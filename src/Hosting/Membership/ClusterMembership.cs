using Orleans.Configuration;

namespace Actors.Hosting.Membership;

/// <summary>
/// Cluster membership: a table in Redis and probes between silos. A silo that misses two probes of one second is voted out, so its grains are
/// active elsewhere within three seconds.
/// </summary>
internal static class ClusterMembership
{
    /// <summary>The time limit of a probe, and the pause between probes.</summary>
    private static readonly TimeSpan s_probe = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(10);
    private const int MissedProbes = 2;

    public static ISiloBuilder UseMembership(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, ClusterSettings.ServiceId));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = s_probe;
            options.NumMissedProbesLimit = MissedProbes;
            // After a whole cluster has died, a new silo waits until the heartbeats of the old ones are three periods old.
            options.IAmAliveTablePublishTimeout = s_heartbeat;
            options.TableRefreshTimeout = s_refresh;
        });
        return silo.UseRedisClustering(redis => redis.ConfigurationOptions = settings.Redis);
    }
}
