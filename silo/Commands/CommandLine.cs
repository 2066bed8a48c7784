using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.Persistence;

namespace Actors.Silo.Commands;

/// <summary>
/// A first argument without a dash and an equals sign is a command: for this process, for the program that runs on this <c>DATA_DIR</c>, or
/// offline when none does.
/// </summary>
internal static class CommandLine
{
    /// <summary>True when the arguments name a command; they are settings otherwise.</summary>
    public static bool NamesCommand(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Carries the command out, or has the running program do it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var words = CommandWords.Of(args);
        await using var local = LocalCommands.Create(words);
        if (await local.TryRunAsync(words) is { } done) return done;
        if (await local.AskAsync(words, new ConsoleTerminal()) is not { } asked) return CommandExit.WrongArguments;
        var exit = await HandOverAsync(words, asked);
        if (exit != CommandTable.NotFound) return exit;
        Console.WriteLine(local.Usages);
        return CommandExit.WrongArguments;
    }

    private static async Task<int> HandOverAsync(CommandWords words, PromptedCall asked)
    {
        var directory = DataDirectory.Of(WebApplication.CreateBuilder([.. words.Settings]).Configuration);
        return await CommandClient.TryRunAsync(directory, words.Name, asked.Arguments, Console.WriteLine, asked.Secret)
            ?? await OfflineHost.RunAsync(words, asked, directory);
    }
}
