using Actors.Search.Query;
using Actors.Search.Stems;

namespace Actors.Search.Index;

/// <summary>An immutable part of an index: document ids, and for each word the documents that contain it.</summary>
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

    /// <summary>The document ids in ascending order. Inside a segment, a document is identified by its position here.</summary>
    public required long[] Ids { get; init; }

    /// <summary>The number of words of each document's most important field, at most 255.</summary>
    public required byte[] Lengths { get; init; }

    /// <summary>All words.</summary>
    public required TermList Terms { get; init; }

    /// <summary>The stem length of each word. Computed lazily.</summary>
    public byte[] Stems => _stems.Value;

    /// <summary>The position in <see cref="Postings"/> where each word's documents begin.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Documents with weights, grouped by word (<see cref="Posting"/>).</summary>
    public required uint[] Postings { get; init; }

    /// <summary>Memory use in bytes.</summary>
    public long Bytes => (Ids.Length * sizeof(long)) + Lengths.Length + Terms.Bytes + Stems.Length + (Starts.Length * sizeof(int))
        + (Postings.Length * sizeof(uint)) + Sounds(latin: true).Bytes + Sounds(latin: false).Bytes;

    /// <summary>The sound keys of the words with Latin letters, or of those without. Computed lazily.</summary>
    public SoundList Sounds(bool latin) => latin ? _latin.Value : _others.Value;

    /// <summary>Computes the lazy parts and returns this segment.</summary>
    public Segment Prepared()
    {
        _ = (_stems.Value, _latin.Value, _others.Value);
        return this;
    }

    /// <summary>The documents that contain a word.</summary>
    public ReadOnlySpan<uint> PostingsOf(int term) => Postings.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);

    /// <summary>Raises the quality of the documents that contain a word.</summary>
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
