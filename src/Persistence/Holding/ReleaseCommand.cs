using Actors.Core.Commands;

namespace Actors.Persistence.Holding;

/// <summary><c>release</c>: releases a held store: the operator confirms that no other copy is in use.</summary>
internal sealed class ReleaseCommand(StorageStartup startup, StoreHold hold) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax = new("release", "releases a held store; everything that waited is sent");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine).ConfigureAwait(false);
        await startup.ReadyAsync(StoreNeed.Upgraded, cancellationToken).ConfigureAwait(false);
        var wasHeld = await hold.ReleaseAsync(cancellationToken).ConfigureAwait(false);
        await call.WriteLine(wasHeld ? "The store is released. Within half a minute every silo sends waiting messages and fetches again." : "The store was not held.").ConfigureAwait(false);
        return CommandExit.Done;
    }
}
