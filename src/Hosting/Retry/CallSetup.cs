using Orleans.GrainReferences;

namespace Actors.Hosting.Retry;

/// <summary>Registers the second attempt.</summary>
public static class CallSetup
{
    /// <summary>The key of the sender that grain references get.</summary>
    internal const string Sender = "sender of grain references";

    /// <summary>
    /// Sends grain calls once more that came to nothing, where that is safe. For the silos of a cluster: where there is one process no silo is
    /// lost, and no grain is active twice. The runtime's services must be there already.
    /// </summary>
    /// <remarks>
    /// Only what makes grain references gets the second attempt. The registered <see cref="IGrainReferenceRuntime"/> stays the runtime's own
    /// class, because the grain factory casts to it when it makes the reference of an observer.
    /// </remarks>
    public static IServiceCollection AddSecondAttempts(this IServiceCollection services)
    {
        services.AddKeyedSingleton<IGrainReferenceRuntime>(Sender, static (provider, _) => new SecondAttempt(
            provider.GetRequiredService<IGrainReferenceRuntime>(),
            provider.GetService<ISiloList>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index] is { ServiceType: var type, ImplementationType: { } maker } && type == typeof(IGrainReferenceActivatorProvider))
                services[index] = ServiceDescriptor.Singleton(type, provider => ActivatorUtilities.CreateInstance(provider, maker, new WithSecondAttempts(provider)));
        }

        return services;
    }

    /// <summary>Tells rejections of what a grain asked from rejections of the call to the grain. For a cluster: one process rejects nothing.</summary>
    public static IServiceCollection AddRanMarks(this IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter, RanMark>();

    /// <summary>The services as the makers of grain references see them: the sender of calls is the second attempt.</summary>
    private sealed class WithSecondAttempts(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IGrainReferenceRuntime) ? services.GetRequiredKeyedService<IGrainReferenceRuntime>(Sender) : services.GetService(serviceType);
    }
}
