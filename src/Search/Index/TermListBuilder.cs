namespace Actors.Search.Index;

/// <summary>Builds a list of words; they must be added in ordinal order without duplicates.</summary>
internal sealed class TermListBuilder
{
    private readonly List<char> _letters = [];
    private readonly List<int> _starts = [0];

    public void Add(ReadOnlySpan<char> word)
    {
        _letters.AddRange(word);
        _starts.Add(_letters.Count);
    }

    public TermList ToList() => new([.. _letters], [.. _starts]);
}
