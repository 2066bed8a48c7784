using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Two silos of one cluster, and two that are none, for all tests that hurt neither.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    private readonly LazyCluster _together = new(() => TestCluster.StartAsync(2)), _apart = new(() => TestCluster.StartApartAsync());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _together.EndAsync();
        await _apart.EndAsync();
    }

    internal Task<TestCluster> StartedAsync() => _together.StartedAsync();

    internal Task<TestCluster> ApartAsync() => _apart.StartedAsync();

    internal async Task<IReadOnlyList<SiloProcess>> SilosAsync() => (await StartedAsync()).Silos;
}

/// <summary>Tests of two silos that stay as they are, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TwoSilosCollection : ICollectionFixture<TwoSilos>
{
    public const string Name = "two silos";
}
