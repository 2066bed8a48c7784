using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Silos as separate processes on loopback, with their shared servers.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly List<SiloSettings> _settings = [];

    private TestCluster(ClusterServers servers) => Servers = servers;

    public ClusterServers Servers { get; }

    public List<SiloProcess> Silos { get; } = [];

    public static Task<TestCluster> StartAsync(int silos, params (string Name, string? Value)[] changes) => StartAsync(silos, ownPostgres: false, changes);

    /// <summary>Starts a cluster. With its own PostgreSQL the test may kill that, too.</summary>
    public static async Task<TestCluster> StartAsync(int silos, bool ownPostgres, params (string Name, string? Value)[] changes)
    {
        var cluster = new TestCluster(await ClusterServers.StartAsync(ownPostgres));
        try
        {
            // The first silo creates the tables; the others join in parallel.
            for (var started = 0; started < silos; started = cluster.Silos.Count)
                await Task.WhenAll(Enumerable.Range(0, started == 0 ? 1 : silos - 1).Select(_ => cluster.AddAsync(changes)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Starts silos on one database that do not form a cluster, so that every grain has two activations. This shows what only a cluster guarantees
    /// and what the store guarantees alone.
    /// </summary>
    public static async Task<TestCluster> StartApartAsync(bool ownPostgres = false, params (string Name, string? Value)[] changes)
    {
        var cluster = await StartAsync(1, ownPostgres, [("CLUSTER_ID", "one"), .. changes]);
        await cluster.AddAsync([("CLUSTER_ID", "other"), .. changes]);
        return cluster;
    }

    /// <summary>Starts another silo and waits until it is ready.</summary>
    public async Task<SiloProcess> AddAsync(params (string Name, string? Value)[] changes)
    {
        var settings = Servers.Settings(changes);
        _settings.Add(settings);
        var silo = SiloProcess.Launch(settings);
        Silos.Add(silo);
        await silo.ReadyAsync();
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Silos)
            await silo.DisposeAsync();
        foreach (var settings in _settings)
            settings.Dispose();
        await Servers.DisposeAsync();
    }
}
