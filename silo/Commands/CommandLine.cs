using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.Persistence;

namespace Actors.Silo.Commands;

/// <summary>
/// Runs a command: a first argument without a dash or an equals sign. A command runs in this process, in the program that runs on this
/// <c>DATA_DIR</c>, or offline if none runs.
/// </summary>
internal static class CommandLine
{
    /// <summary>Whether the arguments name a command; otherwise they are settings.</summary>
    public static bool NamesCommand(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Runs the command here or in the running program.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var words = CommandWords.Of(args);
        await using var local = LocalCommands.Create(words);
        if (await local.TryRunAsync(words) is { } done) return done;
        if (await local.PromptAsync(words, new ConsoleTerminal()) is not { } prompted) return CommandExit.WrongArguments;
        var exit = await RunRemotelyAsync(words, prompted);
        if (exit != CommandTable.NotFound) return exit;
        Console.WriteLine(local.Usages);
        return CommandExit.WrongArguments;
    }

    private static async Task<int> RunRemotelyAsync(CommandWords words, PromptedCall prompted)
    {
        var directory = DataDirectory.Of(WebApplication.CreateBuilder([.. words.Settings]).Configuration);
        return await CommandClient.TryRunAsync(directory, words.Name, prompted.Arguments, Console.WriteLine, prompted.Secret)
            ?? await OfflineHost.RunAsync(words, prompted, directory);
    }
}
