using Orleans.Configuration;

namespace Actors.Hosting.Membership;

/// <summary>
/// Which silos there are: a list in Redis that every silo reads, and probes between silos. A silo that misses two probes of a second is
/// voted out, so that its grains answer elsewhere within three seconds.
/// </summary>
internal static class ClusterMembership
{
    /// <summary>How long a silo has to answer a probe, and the pause between probes.</summary>
    private static readonly TimeSpan s_probe = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_signOfLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(10);
    private const int MissedProbes = 2;

    /// <summary>Makes the silo a member.</summary>
    public static ISiloBuilder UseMembership(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.ClusterId, ClusterSettings.ServiceId));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = s_probe;
            options.NumMissedProbesLimit = MissedProbes;
            // A silo of a cluster that died as a whole is waited for by whoever starts next, until its sign of life is three times too old.
            options.IAmAliveTablePublishTimeout = s_signOfLife;
            options.TableRefreshTimeout = s_refresh;
        });
        return silo.UseRedisClustering(redis => redis.ConfigurationOptions = settings.Redis);
    }
}
