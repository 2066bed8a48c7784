using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Accounts.Kit;

/// <summary>Two silos of one cluster for all tests that hurt neither; the first test starts them.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    private readonly Lazy<Task<TestCluster>> _cluster = new(() => TestCluster.StartAsync(2));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_cluster.IsValueCreated)
            await (await _cluster.Value).DisposeAsync();
    }

    internal Task<TestCluster> StartedAsync() => _cluster.Value;

    internal async Task<IReadOnlyList<SiloProcess>> SilosAsync() => (await _cluster.Value).Silos;
}

/// <summary>Tests of accounts come one after the other, for they tell times.</summary>
[CollectionDefinition(Name)]
public sealed class AccountsCollection : ICollectionFixture<TwoSilos>
{
    public const string Name = "accounts on two silos";
}
