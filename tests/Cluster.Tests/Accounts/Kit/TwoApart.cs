using Actors.Cluster.Tests.Kit;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>
/// Two silos with one database that do not know of each other, so that every grain is active twice: what a cluster is needed for is
/// missing, what the store guards holds.
/// </summary>
internal static class TwoApart
{
    public static async Task<TestCluster> StartAsync(params (string Name, string? Value)[] changes)
    {
        var cluster = await TestCluster.StartAsync(1, [("CLUSTER_ID", "one"), .. changes]);
        await cluster.AddAsync([("CLUSTER_ID", "other"), .. changes]);
        return cluster;
    }
}
