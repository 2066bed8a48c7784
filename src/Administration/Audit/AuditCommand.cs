using Actors.Core.Commands;
using Microsoft.Extensions.Logging;

namespace Actors.Administration.Audit;

/// <summary><c>audit verify</c>: checks that the audit log was not tampered with.</summary>
internal sealed partial class AuditCommand(AuditVerifier verifier, AnchorFile anchor, ILogger<AuditCommand> logger) : ICommandHandler
{
    private const string Verify = "verify";
    private const string Head = "head";
    private const string Unanchored = "unanchored";
    private const string Accept = "accept";

    /// <summary>Maximum number of findings that are printed.</summary>
    private const int MaxShown = 20;

    private static readonly CommandSyntax s_syntax = new CommandSyntax(
        "audit", "'audit verify' checks that no line of the audit log was changed, inserted, removed or moved; --head compares with a head from the program's log, "
            + "--unanchored ignores the anchored head, --accept anchors the present head after a restore")
        .Word("verify").Option(Head, "NUMBER:HASH").Flag(Unanchored).Flag(Accept);

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public StoreNeed Store => StoreNeed.Unchanged;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        if (given.Words is [{ } word, ..] && word != Verify) given.Refuse($"'{word}' is not known; use '{Verify}'.");
        var head = given.Text(Head) is { } text ? ChainHead.Read(text) : null;
        if (given.Text(Head) is not null && head is null) given.Refuse($"--{Head} is not a line number, a colon and 64 hexadecimal digits.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);

        var found = await verifier.VerifyAsync(!given.Has(Unanchored), head, cancellationToken);
        foreach (var finding in found.Findings.Take(MaxShown)) await call.WriteLine(finding);
        if (found.Findings.Length > MaxShown) await call.WriteLine($"And {found.Findings.Length - MaxShown} more.");
        await call.WriteLine(found.Findings.IsEmpty ? $"The audit log is unchanged. Lines and last hash: {found.Head}" : $"The audit log was tampered with or restored. Lines and last hash: {found.Head}");
        if (given.Has(Accept)) return await AcceptAsync(call, found.Head, cancellationToken);
        return found.Findings.IsEmpty ? CommandExit.Done : CommandExit.Refused;
    }

    private async Task<int> AcceptAsync(CommandCall call, ChainHead head, CancellationToken cancellationToken)
    {
        await anchor.AcceptAsync(head, cancellationToken);
        LogAccepted(head);
        await call.WriteLine("This head is anchored now.");
        return CommandExit.Done;
    }
}
