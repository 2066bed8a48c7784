using Actors.Plumbing.Commands;
using Actors.Plumbing.Storage;

namespace Actors.Silo.Commands;

/// <summary>A first argument without a dash and an equals sign is a command for the program that runs on this <c>DATA_DIR</c>.</summary>
internal static class CommandLine
{
    private const int NotRunning = 3;

    /// <summary>True when the arguments name a command; they are settings otherwise.</summary>
    public static bool NamesCommand(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Carries the command out here or has the running program do it, and says so when there is none.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (await OfflineCommands.TryRunAsync(args) is { } done) return done;
        var directory = DataDirectory.Of(WebApplication.CreateBuilder(args[1..]).Configuration);
        if (await CommandClient.TryRunAsync(directory, args[0], args[1..], Console.WriteLine) is { } exit) return exit;
        await Console.Error.WriteLineAsync($"No program is running on {directory}.");
        return NotRunning;
    }
}
