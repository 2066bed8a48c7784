namespace Actors.Cluster.Calls;

/// <summary>Registers the second attempt.</summary>
public static class CallRetrySetup
{
    /// <summary>Sends calls once more that a dying silo did not take.</summary>
    public static IServiceCollection AddCallRetry(this IServiceCollection services) =>
        services.AddSingleton<MembershipChange>().AddSingleton<IOutgoingGrainCallFilter, CallRetry>();
}
