namespace Actors.Search.Stems;

/// <summary>A word whose endings are cut off step by step. Endings must lie within the region of the stemming algorithm.</summary>
internal ref struct Ending(ReadOnlySpan<char> word, int region)
{
    private readonly ReadOnlySpan<char> _word = word;

    /// <summary>The number of remaining characters.</summary>
    public int Length { get; set; } = word.Length;

    /// <summary>True if the region ends with this ending.</summary>
    public readonly bool EndsWith(string ending) => Length - region >= ending.Length && _word[..Length].EndsWith(ending, StringComparison.Ordinal);

    /// <summary>The length of the longest matching ending; 0 when none matches.</summary>
    public readonly int Longest(string[] endings)
    {
        foreach (var ending in endings)
        {
            if (EndsWith(ending)) return ending.Length;
        }

        return 0;
    }

    /// <summary>Cuts off the longest matching ending.</summary>
    public bool Cut(params string[] endings)
    {
        var found = Longest(endings);
        Length -= found;
        return found > 0;
    }

    /// <summary>Cuts off the longest ending of a group, if the letter before it allows it.</summary>
    public bool Cut(EndingGroup group)
    {
        var (found, afterA) = group.Longest(this);
        if (found == 0 || (afterA && !IsAfterA(found))) return false;
        Length -= found;
        return true;
    }

    private readonly bool IsAfterA(int ending) => Length - ending - 1 >= region && _word[Length - ending - 1] is 'а' or 'я';
}
