namespace Actors.Hosting.Membership;

/// <summary>
/// Registers the machine's clock for Orleans' own loops (probes, timeouts, sweeps). Orleans looks up a clock per area and falls back to the
/// program's TimeProvider. Grains, timers and reminders use that one, which tests move: a jump of a day would make the loops run a day's rounds at once.
/// </summary>
internal static class RuntimeClocks
{
    private static readonly string[] s_areas =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
    ];

    public static void AddRuntimeClocks(this IServiceCollection services)
    {
        foreach (var area in s_areas)
            services.AddKeyedSingleton(area, TimeProvider.System);
    }
}
