namespace Actors.Plumbing.Calls;

/// <summary>Registers the second attempt.</summary>
public static class CallSetup
{
    /// <summary>Sends grain calls once more that came to nothing, where that is safe. In a cluster an <see cref="ISiloList"/> belongs to it.</summary>
    public static IServiceCollection AddSecondAttempts(this IServiceCollection services) =>
        services.AddSingleton<IOutgoingGrainCallFilter, SecondAttempt>();

    /// <summary>Tells rejections of what a grain asked from rejections of the call to the grain. For a cluster: one process rejects nothing.</summary>
    public static IServiceCollection AddRanMarks(this IServiceCollection services) => services.AddSingleton<IIncomingGrainCallFilter, RanMark>();
}
