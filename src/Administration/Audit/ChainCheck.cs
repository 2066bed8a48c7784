using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Administration.Audit;

/// <summary>Verifies a chain line by line and collects the findings.</summary>
internal sealed class ChainCheck
{
    private readonly ImmutableArray<string>.Builder _findings = ImmutableArray.CreateBuilder<string>();
    private readonly ILookup<long, ChainHead> _expected;

    /// <summary>Creates a check that expects the first line.</summary>
    /// <param name="expected">Known earlier heads of the chain.</param>
    public ChainCheck(IEnumerable<ChainHead> expected) => _expected = expected.Where(h => h.Number > 0).Distinct().ToLookup(h => h.Number);

    /// <summary>The last verified line.</summary>
    public ChainHead Last { get; private set; } = ChainHead.Empty;

    public ImmutableArray<string> Findings => _findings.ToImmutable();

    /// <summary>Verifies the next line.</summary>
    public void Add(ChainedLine line)
    {
        if (line.Number != Last.Number + 1) Find($"Lines {Last.Number + 1} to {line.Number - 1} are missing.");
        else if (line.Previous != Last.Hash) Find($"Line {line.Number} does not follow the line before it.");
        if (line.Hash != line.ComputeHash()) Find($"Line {line.Number} was changed.");
        foreach (var _ in _expected[line.Number].Where(h => h.Hash != line.Hash)) Find($"Line {line.Number} is not the line that was anchored.");
        Last = line.Head;
    }

    /// <summary>Verifies the end of the chain.</summary>
    public void End()
    {
        foreach (var head in _expected.SelectMany(h => h).Where(h => h.Number > Last.Number))
            Find($"The chain ends with line {Last.Number}, but line {head.Number} was anchored: the lines after {Last.Number} are missing.");
    }

    public void Find(FormattableString finding) => _findings.Add(finding.ToString(CultureInfo.InvariantCulture));
}
