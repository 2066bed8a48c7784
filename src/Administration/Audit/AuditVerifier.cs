using System.Collections.Immutable;

namespace Actors.Administration.Audit;

/// <summary>The result of a verification.</summary>
/// <param name="Head">The last line.</param>
/// <param name="Findings">The problems, as sentences; empty if the log is unchanged.</param>
internal sealed record Verification(ChainHead Head, ImmutableArray<string> Findings);

/// <summary>Checks the whole audit log against its hashes, the stored head and the anchored head. Lines may be written meanwhile.</summary>
internal sealed class AuditVerifier(AuditStore store, AnchorFile anchorFile)
{
    private const int PageSize = 1000;

    /// <summary>Reads and checks every line.</summary>
    /// <param name="anchored">True to compare with the anchored head; without it, truncation at the end is not detected.</param>
    /// <param name="known">A head that the operator recorded, for example from the program's log.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    public async Task<Verification> VerifyAsync(bool anchored, ChainHead? known, CancellationToken cancellationToken)
    {
        // Heads that were stored or anchored before reading must be among the lines.
        var stored = (await store.HeadAsync(cancellationToken))?.State ?? ChainHead.Empty;
        var anchor = anchored ? await anchorFile.ReadAsync(cancellationToken) : null;
        var check = new ChainCheck(new[] { stored, anchor?.Previous, known }.OfType<ChainHead>());
        await ReadAsync(check, cancellationToken);
        check.End();

        // Lines that were read must be stored and anchored by now.
        var storedNow = (await store.HeadAsync(cancellationToken))?.State ?? ChainHead.Empty;
        if (check.Last.Number > storedNow.Number || (check.Last.Number == storedNow.Number && check.Last.Hash != storedNow.Hash))
            check.Find($"The chain ends with line {check.Last.Number}, but its stored head is line {storedNow.Number}.");
        if (anchored) Compare(check, await anchorFile.ReadAsync(cancellationToken));
        return new Verification(check.Last, check.Findings);
    }

    private async Task ReadAsync(ChainCheck check, CancellationToken cancellationToken)
    {
        // Starts below 0, so that forged lines with numbers below 1 are found.
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
            if (check.Last.Number > 0) check.Find($"There is no anchored head on this machine, so a truncation at the end cannot be detected.");
        }
        else if (anchorFile.IsExact && !IsAnchored(check.Last, anchor))
        {
            check.Find($"The chain ends with line {check.Last}, the anchored head is {anchor.Previous}.");
        }
    }

    // Lines may have been added after the last read one; that line is then older than both heads.
    private static bool IsAnchored(ChainHead last, Anchor anchor) => last.Number < anchor.Previous.Number || last == anchor.Previous || last == anchor.Next;
}
