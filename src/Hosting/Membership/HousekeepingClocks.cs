namespace Actors.Hosting.Membership;

/// <summary>
/// Orleans asks for its clock by area and falls back to the program's TimeProvider. Grains, their timers and reminders follow that
/// one; the silo's own loops (probes, time-outs, sweeps) keep to the machine's clock, or a test that moves its clock by a day would
/// make them run a day's rounds at once.
/// </summary>
internal static class HousekeepingClocks
{
    private static readonly string[] s_areas =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
    ];

    /// <summary>Registers the machine's clock for each of those areas.</summary>
    public static void AddHousekeepingClocks(this IServiceCollection services)
    {
        foreach (var area in s_areas)
            services.AddKeyedSingleton(area, TimeProvider.System);
    }
}
