using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Two silos of a cluster and two separate silos, for tests that leave them unharmed.</summary>
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

/// <summary>Tests of two unharmed silos; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class TwoSilosCollection : ICollectionFixture<TwoSilos>
{
    public const string Name = "two silos";
}
