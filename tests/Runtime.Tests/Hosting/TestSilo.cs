using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
#if CLUSTER
using System.Net;
using System.Net.Sockets;
#endif
using Orleans.Configuration;

namespace Actors.Runtime.Tests.Hosting;

/// <summary>
/// A host with the runtime under test: LocalOrleans, or one silo of Microsoft's Orleans in the cluster build. The only
/// file that knows which.
/// </summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSilo(IHost host) => _host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _host.Services;

    public Journal Journal => _host.Services.GetRequiredService<Journal>();

    public static async Task<TestSilo> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<Journal>();
        // Some tests leave calls behind that never end; nobody waits for those.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.UseOrleans(silo =>
        {
            Cluster(silo);
            silo.AddMemoryGrainStorageAsDefault();
            silo.AddMemoryGrainStorage("named");
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new TestSilo(host);
    }

    /// <summary>Sets how long callers wait.</summary>
    public static void Impatient(ISiloBuilder silo) =>
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(1));

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

#if CLUSTER
    private static void Cluster(ISiloBuilder silo)
    {
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "tests", clusterId: Guid.NewGuid().ToString("N"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
#else
    private static void Cluster(ISiloBuilder silo) => ArgumentNullException.ThrowIfNull(silo);
#endif
}
