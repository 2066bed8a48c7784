using Actors.Core.Configuration;

namespace Actors.Hosting.Startup;

/// <summary>Adds what the program says at its start.</summary>
internal static class StartSetup
{
    // It starts its thread before it writes down the moment that the thread compares with, and then warns that a check has not completed
    // since the machine was booted.
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>Adds it. Before the program has started the watchdog of Orleans is heard from errors on; afterwards from the level of its category.</summary>
    public static void AddStartReport(this IHostApplicationBuilder builder, Settings settings)
    {
        var (mark, least) = (new StartMark(), Telemetry.LogSetup.LevelOf(builder.Configuration, Watchdog));
        builder.Logging.AddFilter(Watchdog, level => level >= (mark.IsSet || least > LogLevel.Error ? least : LogLevel.Error));
        builder.Services.AddSingleton(mark);
        builder.Services.AddHostedService<StartReport>();
    }
}
