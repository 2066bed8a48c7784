using Actors.Core.Commands;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary><c>audit verify</c>: whether the audit log is what was written.</summary>
internal sealed partial class AuditCommand(AuditVerifier verifier, AnchorKeeper keeper, ILogger<AuditCommand> logger) : ICommandHandler
{
    private const string Verify = "verify";
    private const string Head = "head";
    private const string Unanchored = "unanchored";
    private const string Accept = "accept";

    /// <summary>Findings that are shown one by one.</summary>
    private const int MaxShown = 20;

    private static readonly CommandSyntax s_syntax = new CommandSyntax(
        "audit", "'audit verify' checks that no line of the audit log was changed, inserted, removed or moved; --head compares with a head from the program's log, "
            + "--unanchored leaves out the anchored head, --accept anchors the present head after a restore")
        .Word("verify").Option(Head, "NUMBER:HASH").Flag(Unanchored).Flag(Accept);

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public StoreNeed Store => StoreNeed.Unchanged;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (given.Words is [{ } word, ..] && word != Verify) given.Refuse($"'{word}' is not known; there is '{Verify}'.");
        var head = given.Text(Head) is { } text ? ChainHead.Read(text) : null;
        if (given.Text(Head) is not null && head is null) given.Refuse($"--{Head} is not a line number, a colon and 64 hexadecimal digits.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);

        var found = await verifier.VerifyAsync(!given.Has(Unanchored), head, cancellationToken);
        foreach (var finding in found.Findings.Take(MaxShown)) await call.WriteLine(finding);
        if (found.Findings.Length > MaxShown) await call.WriteLine($"And {found.Findings.Length - MaxShown} more.");
        await call.WriteLine(found.Findings.IsEmpty ? $"The audit log is unchanged. Lines and last hash: {found.Head}" : $"The audit log is not as it was written. Lines and last hash: {found.Head}");
        if (given.Has(Accept)) return await AcceptAsync(call, found.Head, cancellationToken);
        return found.Findings.IsEmpty ? CommandExit.Done : CommandExit.Refused;
    }

    private async Task<int> AcceptAsync(CommandCall call, ChainHead head, CancellationToken cancellationToken)
    {
        await keeper.AcceptAsync(head, cancellationToken);
        LogAccepted(head);
        await call.WriteLine("This head is anchored now.");
        return CommandExit.Done;
    }
}
