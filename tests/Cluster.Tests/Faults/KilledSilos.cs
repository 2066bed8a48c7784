using Actors.Cluster.Tests.Kit;

namespace Actors.Cluster.Tests.Faults;

/// <summary>Two silos of one cluster that tests kill and restart.</summary>
public sealed class KilledSilos : IAsyncLifetime
{
    private readonly LazyCluster _cluster = new(() => TestCluster.StartAsync(2));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _cluster.EndAsync();

    internal Task<TestCluster> StartedAsync() => _cluster.StartedAsync();
}

/// <summary>Tests that leave both silos running. They run one after another, each with its own event numbers.</summary>
[CollectionDefinition(Name)]
public sealed class KilledSilosCollection : ICollectionFixture<KilledSilos>
{
    public const string Name = "killed silos";
}

/// <summary>Tests that measure time. No other test starts silos meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredCollection : ICollectionFixture<KilledSilos>
{
    public const string Name = "measured";
}
