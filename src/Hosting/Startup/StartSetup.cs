using Actors.Core.Configuration;

namespace Actors.Hosting.Startup;

/// <summary>Registers the report at start.</summary>
internal static class StartSetup
{
    // Orleans' watchdog starts its thread before it initialises the time of its last check, and may then warn at start that no check has
    // completed since the machine booted.
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>Adds the report. Until the program has started the watchdog logs errors only; afterwards its category's level applies.</summary>
    public static void AddStartReport(this IHostApplicationBuilder builder, Settings settings)
    {
        var (started, configured) = (new StartedFlag(), Telemetry.LogSetup.LevelOf(builder.Configuration, Watchdog));
        builder.Logging.AddFilter(Watchdog, level => level >= (started.IsSet || configured > LogLevel.Error ? configured : LogLevel.Error));
        builder.Services.AddSingleton(started);
        builder.Services.AddHostedService<StartReport>();
    }
}
