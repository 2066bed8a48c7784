using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Administration.Audit;

/// <summary>Follows a chain line by line and notes everything that breaks it.</summary>
internal sealed class ChainCheck
{
    private readonly ImmutableArray<string>.Builder _findings = ImmutableArray.CreateBuilder<string>();
    private readonly ILookup<long, ChainHead> _expected;

    /// <summary>Begins before the first line.</summary>
    /// <param name="expected">Heads that the chain had at some time, known from elsewhere.</param>
    public ChainCheck(IEnumerable<ChainHead> expected) => _expected = expected.Where(h => h.Number > 0).Distinct().ToLookup(h => h.Number);

    /// <summary>The last line so far.</summary>
    public ChainHead Last { get; private set; } = ChainHead.Empty;

    public ImmutableArray<string> Findings => _findings.ToImmutable();

    /// <summary>The next line.</summary>
    public void Add(ChainedLine line)
    {
        if (line.Number != Last.Number + 1) Find($"Lines {Last.Number + 1} to {line.Number - 1} are missing.");
        else if (line.Previous != Last.Hash) Find($"Line {line.Number} does not follow the line before it.");
        if (line.Hash != line.ComputeHash()) Find($"Line {line.Number} was changed.");
        foreach (var _ in _expected[line.Number].Where(h => h.Hash != line.Hash)) Find($"Line {line.Number} is not the line that was anchored.");
        Last = line.Head;
    }

    /// <summary>After the last line.</summary>
    public void End()
    {
        foreach (var head in _expected.SelectMany(h => h).Where(h => h.Number > Last.Number))
            Find($"The chain ends with line {Last.Number}, but line {head.Number} was anchored: the lines after {Last.Number} are missing.");
    }

    public void Find(FormattableString finding) => _findings.Add(finding.ToString(CultureInfo.InvariantCulture));
}
