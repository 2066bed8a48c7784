using Actors.Catalog;
using Actors.Plumbing.Commands;
using Actors.Plumbing.Outbound;
using Actors.Silo.Hosting;

namespace Actors.Silo.Commands;

/// <summary>Commands that need no running program. Each room adds its own.</summary>
internal static class OfflineCommands
{
    private const int Refused = 1;

    /// <summary>Carries the command out; null when it is none of these.</summary>
    public static async Task<int?> TryRunAsync(string[] args, CancellationToken ct = default)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var settings = builder.AddSettings();
        builder.Services.AddOutbound(builder.Configuration, settings.Problems);
        builder.AddCatalogCommands(settings);
        await using var services = builder.Services.BuildServiceProvider();
        if (services.GetServices<IOfflineCommand>().FirstOrDefault(c => c.Name == args[0]) is not { } command) return null;
        foreach (var problem in settings.Problems.All) await Console.Error.WriteLineAsync($"{problem.Setting}: {problem.Sentence}");
        return settings.Problems.None ? await command.RunAsync(args[1..], Console.Out, Console.Error, ct) : Refused;
    }
}
