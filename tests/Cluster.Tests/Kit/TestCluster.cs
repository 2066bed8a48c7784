using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>Silos as processes of their own on loopback, and what they share.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly List<SiloSettings> _settings = [];

    private TestCluster(ClusterServers servers) => Servers = servers;

    public ClusterServers Servers { get; }

    public List<SiloProcess> Silos { get; } = [];

    public static async Task<TestCluster> StartAsync(int silos, params (string Name, string? Value)[] changes)
    {
        var cluster = new TestCluster(await ClusterServers.StartAsync());
        try
        {
            for (var i = 0; i < silos; i++)
                await cluster.AddAsync(changes);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more silo and waits until it is ready.</summary>
    public async Task<SiloProcess> AddAsync(params (string Name, string? Value)[] changes)
    {
        var settings = Servers.Settings(changes);
        _settings.Add(settings);
        var silo = await SiloProcess.StartAsync(settings);
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
