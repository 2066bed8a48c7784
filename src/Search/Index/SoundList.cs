using Actors.Search.Query;
using Actors.Search.Sound;

namespace Actors.Search.Index;

/// <summary>Maps sound keys to words.</summary>
internal sealed class SoundList
{
    private readonly int[] _starts;
    private readonly int[] _terms;

    /// <param name="words">All words of a segment.</param>
    /// <param name="latin">True for words with Latin letters, false for words without.</param>
    public SoundList(TermList words, bool latin)
    {
        var (keys, terms) = KeysOf(words, latin);
        keys.AsSpan().Sort(terms.AsSpan(), string.CompareOrdinal);
        _terms = terms;
        var firsts = new List<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) firsts.Add(i);
        }

        Keys = TermList.Of([.. firsts.Select(i => keys[i])]);
        _starts = [.. firsts, keys.Length];
    }

    /// <summary>The distinct keys.</summary>
    public TermList Keys { get; }

    /// <summary>Memory use in bytes.</summary>
    public long Bytes => Keys.Bytes + ((_starts.Length + _terms.Length) * sizeof(int));

    /// <summary>The words of a key, unordered.</summary>
    public ReadOnlySpan<int> TermsOf(int key) => _terms.AsSpan(_starts[key], _starts[key + 1] - _starts[key]);

    private static (string[] Keys, int[] Terms) KeysOf(TermList words, bool latin)
    {
        var (keys, terms) = (new List<string>(), new List<int>());
        for (var term = 0; term < words.Count; term++)
        {
            if (QueryWord.HasLatin(words[term]) != latin || SoundKey.OfTerm(words[term]) is not { Length: > 0 } key) continue;
            keys.Add(key);
            terms.Add(term);
        }

        return ([.. keys], [.. terms]);
    }
}
