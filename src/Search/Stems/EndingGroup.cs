namespace Actors.Search.Stems;

/// <summary>Endings of one part of speech, some of which count only after <c>а</c> or <c>я</c>.</summary>
internal sealed class EndingGroup(string[] afterA, string[] others)
{
    private readonly (string Ending, bool AfterA)[] _all =
    [
        .. afterA.Select(ending => (ending, true)).Concat(others.Select(ending => (ending, false))).OrderByDescending(e => e.ending.Length),
    ];

    /// <summary>The length of the longest matching ending, and whether it must follow <c>а</c> or <c>я</c>; 0 when none matches.</summary>
    public (int Length, bool AfterA) Longest(in Ending word)
    {
        foreach (var (ending, needsA) in _all)
        {
            if (word.EndsWith(ending)) return (ending.Length, needsA);
        }

        return default;
    }
}
