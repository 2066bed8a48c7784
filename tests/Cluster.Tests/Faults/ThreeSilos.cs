using Actors.Cluster.Tests.Kit;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Three silos of one cluster that drain for two seconds.</summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    public const string DrainSeconds = "2";

    private readonly LazyCluster _cluster = new(() => TestCluster.StartAsync(3, ("DRAIN_SECONDS", DrainSeconds)));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _cluster.EndAsync();

    internal Task<TestCluster> StartedAsync() => _cluster.StartedAsync();
}
