using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Hosting.Commands;
using Actors.Hosting.Reminders;
using Actors.Persistence;

namespace Actors.Silo.Commands;

/// <summary>
/// Runs a command in this process with the program's storage (including its lock), grains and modules. No listeners, reminders, scrapes or mail are
/// started: such work waits for the next start of the program.
/// </summary>
internal static class OfflineHost
{
    // The dashboard's services would start with the runtime, although nothing serves it.
    private const string NoDashboard = "--DASHBOARD=off";

    // A command would wait at its end for a collector that is away.
    private const string NoCollector = "--OTEL_EXPORTER_OTLP_ENDPOINT=";

    /// <summary>Runs the command and returns its exit code. Prints the reason of a refusal.</summary>
    public static async Task<int> RunAsync(CommandWords words, PromptedCall prompted, string directory)
    {
        await using var app = SiloApp.Create([.. words.Settings, NoDashboard, NoCollector], ReduceLogging);
        var commands = app.Services.GetRequiredService<CommandTable>();
        var call = new CommandCall(prompted.Arguments, Console.Out.WriteLineAsync, prompted.Secret);
        if (commands.Find(words.Name) is not { } command) return await commands.RunAsync(words.Name, call);
        if (!command.RunsOffline || (command.NeedsGrains && IsMember(app.Configuration)))
        {
            await Console.Error.WriteLineAsync($"No program is running on {directory}.");
            return CommandExit.NotRunning;
        }

        await app.Services.ReadyStorageAsync(command.Store);
        if (!command.NeedsGrains) return await commands.RunAsync(words.Name, call);
        await using var grains = await RuntimeOnly.StartAsync(app.Services);
        return await commands.RunAsync(words.Name, call);
    }

    private static void ReduceLogging(WebApplicationBuilder builder)
    {
        // Orleans' watchdog logs a warning for every silo that stops before its first check.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter((_, level) => level >= LogLevel.Warning).AddFilter("Orleans", LogLevel.Error);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSilentReminders();
    }

    // A separate silo beside a running cluster would activate the same grains twice. Such commands go to a running silo through its socket.
    private static bool IsMember(IConfiguration configuration) => MembershipSetting.Of(configuration) == Membership.Member;
}
