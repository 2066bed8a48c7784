using Actors.Core.Commands;

namespace Actors.Persistence.Holding;

/// <summary><c>hold</c>: for a database that was restored from a backup, before the program is started on it.</summary>
internal sealed class HoldCommand(StorageStartup startup, StoreHold hold) : ICommandHandler
{
    private const string Reason = "hold";

    private static readonly CommandSyntax s_syntax = new("hold", "holds the store: nothing is sent or fetched before release. For a restored backup, before its first start");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(StoreNeed.Upgraded, cancellationToken).ConfigureAwait(false);
        await hold.SetAsync(Reason, cancellationToken).ConfigureAwait(false);
        await call.WriteLine("The store is held. What is under way is finished.").ConfigureAwait(false);
        return CommandExit.Done;
    }
}
