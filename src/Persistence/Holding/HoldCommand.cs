using Actors.Core.Commands;

namespace Actors.Persistence.Holding;

/// <summary><c>hold</c>: holds a database that was restored from a backup, before the program starts on it.</summary>
internal sealed class HoldCommand(StorageStartup startup, StoreHold hold) : ICommandHandler
{
    private const string Reason = "hold";

    private static readonly CommandSyntax s_syntax = new("hold", "holds the store, so that nothing is sent or fetched until release; run it on a restored backup before the first start");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(StoreNeed.Upgraded, cancellationToken).ConfigureAwait(false);
        await hold.SetAsync(Reason, cancellationToken).ConfigureAwait(false);
        await call.WriteLine("The store is held. Work in progress is completed.").ConfigureAwait(false);
        return CommandExit.Done;
    }
}
