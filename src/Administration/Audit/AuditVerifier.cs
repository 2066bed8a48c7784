using System.Collections.Immutable;

namespace Actors.Administration.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Head">The last line.</param>
/// <param name="Findings">What is wrong, in sentences; none when nothing is.</param>
internal sealed record Verification(ChainHead Head, ImmutableArray<string> Findings);

/// <summary>Checks the whole audit log against its hashes, the stored head and the anchored head. Lines may be written meanwhile.</summary>
internal sealed class AuditVerifier(AuditStore store, AnchorKeeper keeper)
{
    private const int PageSize = 1000;

    /// <summary>Reads every line.</summary>
    /// <param name="anchored">Whether to compare with the anchored head. Without it, lines cut off the end are not missed.</param>
    /// <param name="known">A head that an operator kept, for example from the program's log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Verification> VerifyAsync(bool anchored, ChainHead? known, CancellationToken cancellationToken)
    {
        // What was stored or anchored before the lines are read must be among them.
        var stored = (await store.HeadAsync(cancellationToken))?.State ?? ChainHead.Empty;
        var anchor = anchored ? await keeper.ReadAsync(cancellationToken) : null;
        var check = new ChainCheck(new[] { stored, anchor?.Previous, known }.OfType<ChainHead>());
        await ReadAsync(check, cancellationToken);
        check.End();

        // And what was read must have been stored and anchored by now.
        var storedNow = (await store.HeadAsync(cancellationToken))?.State ?? ChainHead.Empty;
        if (check.Last.Number > storedNow.Number || (check.Last.Number == storedNow.Number && check.Last.Hash != storedNow.Hash))
            check.Find($"The chain ends with line {check.Last.Number}, but its stored head is line {storedNow.Number}.");
        if (anchored) Compare(check, await keeper.ReadAsync(cancellationToken));
        return new Verification(check.Last, check.Findings);
    }

    private async Task ReadAsync(ChainCheck check, CancellationToken cancellationToken)
    {
        // Lines before the first have no honest number, and must not hide from a search that begins at 0.
        var from = long.MinValue;
        while (await store.AfterAsync(from, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var line in page) check.Add(line);
            from = page[^1].Number;
        }
    }

    private void Compare(ChainCheck check, Anchor? anchor)
    {
        foreach (var mismatch in anchor?.Mismatches ?? []) check.Find($"{mismatch}");
        if (anchor is null)
        {
            if (check.Last.Number > 0) check.Find($"There is no anchored head on this machine, so it cannot be checked whether the last lines were removed.");
        }
        else if (keeper.IsExact && !IsAnchored(check.Last, anchor))
        {
            check.Find($"The chain ends with line {check.Last}, the anchored head is {anchor.Previous}.");
        }
    }

    // Lines may have been added since the last one was read: then it is older than both heads, and the chain was compared with an earlier one.
    private static bool IsAnchored(ChainHead last, Anchor anchor) => last.Number < anchor.Previous.Number || last == anchor.Previous || last == anchor.Next;
}
