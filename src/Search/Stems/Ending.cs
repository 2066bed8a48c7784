namespace Actors.Search.Stems;

/// <summary>What is left of a word while endings are taken from it. An ending lies within the word's region.</summary>
internal ref struct Ending(ReadOnlySpan<char> word, int region)
{
    private readonly ReadOnlySpan<char> _word = word;

    /// <summary>How many characters are left.</summary>
    public int Length { get; set; } = word.Length;

    /// <summary>True when the region ends so.</summary>
    public readonly bool EndsWith(string ending) => Length - region >= ending.Length && _word[..Length].EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Length of the longest of these endings, 0 when there is none.</summary>
    public readonly int Longest(string[] endings)
    {
        foreach (var ending in endings)
        {
            if (EndsWith(ending)) return ending.Length;
        }

        return 0;
    }

    /// <summary>Takes an ending away if it is there.</summary>
    public bool Cut(params string[] endings)
    {
        var found = Longest(endings);
        Length -= found;
        return found > 0;
    }

    /// <summary>Takes the longest ending of a group away, if it stands where the group wants it.</summary>
    public bool Cut(EndingGroup group)
    {
        var (found, afterA) = group.Longest(this);
        if (found == 0 || (afterA && !IsAfterA(found))) return false;
        Length -= found;
        return true;
    }

    private readonly bool IsAfterA(int ending) => Length - ending - 1 >= region && _word[Length - ending - 1] is 'а' or 'я';
}
