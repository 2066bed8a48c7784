using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>What the runtime adds to a host, once.</summary>
internal static class LocalServices
{
    public static ISiloBuilder BuilderFor(IServiceCollection services, IConfiguration configuration)
    {
        if (services.FirstOrDefault(each => each.ServiceType == typeof(SiloBuilder))?.ImplementationInstance is SiloBuilder known)
        {
            return known;
        }

        var builder = new SiloBuilder(services, configuration);
        services.AddSingleton(builder);
        Add(services);
        return builder;
    }

    private static void Add(IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton<TimeProvider>(KeyedService.AnyKey, static (each, _) => each.GetRequiredService<TimeProvider>());
        services.AddSingleton<ActivationCollector>();
        services.AddSingleton<LocalRuntime>();
        services.AddSingleton<GrainFactory>();
        services.TryAddSingleton<IGrainFactory>(static each => each.GetRequiredService<GrainFactory>());
        services.TryAddSingleton<IClusterClient>(static each => each.GetRequiredService<GrainFactory>());
        services.AddSingleton<SiloLifecycle>();
        services.AddSingleton<ISiloLifecycle>(static each => each.GetRequiredService<SiloLifecycle>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, GrainsParticipant>();
        services.AddHostedService<SiloService>();
    }
}
