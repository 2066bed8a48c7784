namespace Actors.Hosting.Retry;

/// <summary>Registers the second attempt.</summary>
public static class CallSetup
{
    /// <summary>
    /// Sends grain calls once more that came to nothing, where that is safe. For the silos of a cluster: where there is one process no silo is
    /// lost, and no grain is active twice. The runtime's services must be there already.
    /// </summary>
    public static IServiceCollection AddSecondAttempts(this IServiceCollection services)
    {
        var sender = services.Last(service => service.ServiceType == typeof(IGrainReferenceRuntime)).ImplementationType!;
        return services.AddSingleton<IGrainReferenceRuntime>(provider => new SecondAttempt(
            (IGrainReferenceRuntime)ActivatorUtilities.CreateInstance(provider, sender),
            provider.GetService<ISiloList>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }

    /// <summary>Tells rejections of what a grain asked from rejections of the call to the grain. For a cluster: one process rejects nothing.</summary>
    public static IServiceCollection AddRanMarks(this IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter, RanMark>();
}
