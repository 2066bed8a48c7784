using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Hosting.Commands;
using Actors.Hosting.Reminders;
using Actors.Persistence;

namespace Actors.Silo.Commands;

/// <summary>
/// Carries a command out in this process, with the program's storage (and its lock), grains and modules. Nothing listens, no
/// reminder comes, no scrape starts and no letter goes out: what the command leaves to do waits for the next start of the program.
/// </summary>
internal static class OfflineHost
{
    // Its services would be started with the runtime's, although no dashboard is served during a command.
    private const string NoDashboard = "--DASHBOARD=off";

    // A command would wait at its end for a collector that is away.
    private const string NoCollector = "--OTEL_EXPORTER_OTLP_ENDPOINT=";

    /// <summary>Runs the command and gives its exit code; what stands in the way is said in a sentence.</summary>
    public static async Task<int> RunAsync(CommandWords words, PromptedCall asked, string directory)
    {
        await using var app = SiloApp.Create([.. words.Settings, NoDashboard, NoCollector], Quieten);
        var commands = app.Services.GetRequiredService<CommandTable>();
        var call = new CommandCall(asked.Arguments, Console.Out.WriteLineAsync, asked.Secret);
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

    private static void Quieten(WebApplicationBuilder builder)
    {
        // Orleans' watchdog warns of every silo that lives shorter than its first round.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter((_, level) => level >= LogLevel.Warning).AddFilter("Orleans", LogLevel.Error);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSilentReminders();
    }

    // A silo of its own beside a running cluster would run grains that already run there. A command goes to one of its silos, by its socket.
    private static bool IsMember(IConfiguration configuration) => MembershipSetting.Of(configuration) == Membership.Member;
}
