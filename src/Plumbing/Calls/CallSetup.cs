namespace Actors.Plumbing.Calls;

/// <summary>Registers the second attempt.</summary>
public static class CallSetup
{
    /// <summary>Sends grain calls once more that came to nothing, where that is safe. In a cluster an <see cref="ISiloList"/> belongs to it.</summary>
    public static IServiceCollection AddSecondAttempts(this IServiceCollection services) =>
        services.AddSingleton<IOutgoingGrainCallFilter, SecondAttempt>();
}
