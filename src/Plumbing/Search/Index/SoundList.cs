using Actors.Plumbing.Search.Sound;

namespace Actors.Plumbing.Search.Index;

/// <summary>The keys of words' sounds, and the words that have each.</summary>
internal sealed class SoundList
{
    private readonly int[] _starts;
    private readonly int[] _terms;

    /// <param name="words">All words of a segment, in its order.</param>
    public SoundList(IReadOnlyList<string> words)
    {
        var keys = words.Select((word, term) => (Key: SoundKey.OfTerm(word), Term: term)).Where(pair => pair.Key.Length > 0).ToArray();
        Array.Sort(keys, static (a, b) => string.CompareOrdinal(a.Key, b.Key) is var order and not 0 ? order : a.Term.CompareTo(b.Term));
        _terms = [.. keys.Select(pair => pair.Term)];
        var firsts = Enumerable.Range(0, keys.Length).Where(i => i == 0 || keys[i].Key != keys[i - 1].Key).ToArray();
        Keys = new TermList([.. firsts.Select(i => keys[i].Key)]);
        _starts = [.. firsts, keys.Length];
    }

    /// <summary>Every key once.</summary>
    public TermList Keys { get; }

    /// <summary>Bytes it takes.</summary>
    public long Bytes => Keys.Bytes + ((_starts.Length + _terms.Length) * sizeof(int));

    /// <summary>The words that sound so.</summary>
    public ReadOnlySpan<int> TermsOf(int key) => _terms.AsSpan(_starts[key], _starts[key + 1] - _starts[key]);
}
