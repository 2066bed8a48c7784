using Actors.Search.Query;
using Actors.Search.Stems;

namespace Actors.Search.Index;

/// <summary>A part of an index that never changes: documents by number, and for each word the documents that have it.</summary>
internal sealed class Segment
{
    private readonly Lazy<byte[]> _stems;
    private readonly Lazy<SoundList> _latin;
    private readonly Lazy<SoundList> _others;

    public Segment()
    {
        _stems = new(() => StemsOf(Terms!));
        (_latin, _others) = (new(() => new SoundList(Terms!, latin: true)), new(() => new SoundList(Terms!, latin: false)));
    }

    /// <summary>Numbers of the documents, rising; a document is known by its place here.</summary>
    public required long[] Ids { get; init; }

    /// <summary>How many words the most important field of each document has, at most 255.</summary>
    public required byte[] Lengths { get; init; }

    /// <summary>Every word.</summary>
    public required TermList Terms { get; init; }

    /// <summary>How many letters of each word are its stem. Found when first asked for.</summary>
    public byte[] Stems => _stems.Value;

    /// <summary>Where the documents of each word begin in <see cref="Postings"/>.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Documents with weights, word by word (<see cref="Posting"/>).</summary>
    public required uint[] Postings { get; init; }

    /// <summary>Bytes it takes.</summary>
    public long Bytes => (Ids.Length * sizeof(long)) + Lengths.Length + Terms.Bytes + Stems.Length + (Starts.Length * sizeof(int))
        + (Postings.Length * sizeof(uint)) + Sounds(latin: true).Bytes + Sounds(latin: false).Bytes;

    /// <summary>How the words sound that have Latin letters, or those that have none. Made when first asked for.</summary>
    public SoundList Sounds(bool latin) => latin ? _latin.Value : _others.Value;

    /// <summary>Itself, with everything that is made when first asked for.</summary>
    public Segment Prepared()
    {
        _ = (_stems.Value, _latin.Value, _others.Value);
        return this;
    }

    /// <summary>The documents that have a word.</summary>
    public ReadOnlySpan<uint> PostingsOf(int term) => Postings.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);

    /// <summary>Raises the quality of the documents that have a word.</summary>
    public void Raise(int term, MatchClass match, Span<byte> qualities)
    {
        uint least = Quality.Of(match, 0);
        foreach (var posting in PostingsOf(term))
        {
            ref var best = ref qualities[Posting.DocumentOf(posting)];
            best = Math.Max(best, (byte)(least | (posting & Quality.MaxWeight)));
        }
    }

    private static byte[] StemsOf(TermList terms)
    {
        var stems = new byte[terms.Count];
        for (var term = 0; term < stems.Length; term++) stems[term] = (byte)RussianStemmer.StemLength(terms[term]);
        return stems;
    }
}
