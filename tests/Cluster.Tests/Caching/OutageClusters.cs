using Actors.Cluster.Tests.Kit;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Two silos of one cluster, and two that are none, whose PostgreSQL and Redis tests take away and bring back.</summary>
public sealed class OutageClusters : IAsyncLifetime
{
    private readonly LazyCluster _together = new(() => TestCluster.StartAsync(2, ownPostgres: true)), _apart = new(() => TestCluster.StartApartAsync(ownPostgres: true));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _together.EndAsync();
        await _apart.EndAsync();
    }

    internal Task<TestCluster> TogetherAsync() => _together.StartedAsync();

    internal Task<TestCluster> ApartAsync() => _apart.StartedAsync();
}

/// <summary>Tests that leave their servers and silos as they were, one after the other. Each has events with numbers of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OutageCollection : ICollectionFixture<OutageClusters>
{
    public const string Name = "outages";
}
