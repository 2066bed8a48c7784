using Actors.Core.Commands;

namespace Actors.Persistence.Migrations;

/// <summary><c>migrate</c>: upgrades the schema before the program starts. It is idempotent.</summary>
internal sealed class MigrateCommand(StorageStartup startup) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax = new("migrate", "upgrades the database to this program's schema");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(StoreNeed.Upgraded, cancellationToken).ConfigureAwait(false);
        foreach (var script in startup.Applied) await call.WriteLine($"applied {script}").ConfigureAwait(false);
        if (startup.Applied.Count == 0) await call.WriteLine("nothing to apply").ConfigureAwait(false);
        return CommandExit.Done;
    }
}
