using Orleans.GrainReferences;

namespace Actors.Hosting.Retry;

/// <summary>Registers call retries.</summary>
public static class RetrySetup
{
    /// <summary>The service key of the runtime that grain references use.</summary>
    internal const string RuntimeKey = "grain reference runtime with retries";

    /// <summary>
    /// Repeats failed grain calls where that is safe. Only a member of a cluster needs it: a silo alone is never lost, and none of its grains is
    /// active twice. Call it after Orleans' services were added.
    /// </summary>
    /// <remarks>
    /// Only the factories of grain references get the retrying runtime. The registered <see cref="IGrainReferenceRuntime"/> stays Orleans' own
    /// class, because the grain factory casts to it when it creates the reference of an observer.
    /// </remarks>
    public static IServiceCollection AddCallRetries(this IServiceCollection services)
    {
        services.AddKeyedSingleton<IGrainReferenceRuntime>(RuntimeKey, static (provider, _) => new RetryingReferenceRuntime(
            provider.GetRequiredService<IGrainReferenceRuntime>(),
            provider.GetService<ISiloList>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is { ServiceType: var type, ImplementationType: { } factory } && type == typeof(IGrainReferenceActivatorProvider))
                services[index] = ServiceDescriptor.Singleton(type, provider => ActivatorUtilities.CreateInstance(provider, factory, new ServicesWithRetries(provider)));
        }

        return services;
    }

    /// <summary>Marks rejections that leave a grain, so that the caller does not mistake them for a rejection of its own call.</summary>
    public static IServiceCollection AddExecutedMarks(this IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter, ExecutedMark>();

    /// <summary>The services that the factories of grain references see: their runtime repeats calls.</summary>
    private sealed class ServicesWithRetries(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IGrainReferenceRuntime) ? services.GetRequiredKeyedService<IGrainReferenceRuntime>(RuntimeKey) : services.GetService(serviceType);
    }
}
