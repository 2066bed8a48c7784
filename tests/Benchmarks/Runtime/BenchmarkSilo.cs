using Actors.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Actors.Benchmarks.Runtime;

/// <summary>A host with nothing in it but the grain runtime, and what a benchmark adds.</summary>
internal static class BenchmarkSilo
{
    public static async Task<IHost> StartAsync(Action<IServiceCollection>? also = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        also?.Invoke(builder.Services);
        builder.UseOrleans(silo =>
        {
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromHours(1));
            silo.UseSingleSilo();
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
