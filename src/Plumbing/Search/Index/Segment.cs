namespace Actors.Plumbing.Search.Index;

/// <summary>A part of an index that never changes: documents by number, and for each word the documents that have it.</summary>
internal sealed class Segment
{
    /// <summary>Numbers of the documents, rising; a document is known by its place here.</summary>
    public required long[] Ids { get; init; }

    /// <summary>How many words the most important field of each document has, at most 255.</summary>
    public required byte[] Lengths { get; init; }

    /// <summary>Every word.</summary>
    public required TermList Terms { get; init; }

    /// <summary>How many letters of each word are its stem.</summary>
    public required byte[] Stems { get; init; }

    /// <summary>Where the documents of each word begin in <see cref="Documents"/>.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Documents, word by word.</summary>
    public required int[] Documents { get; init; }

    /// <summary>Beside each of <see cref="Documents"/>: the greatest weight of the fields that have the word.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>How the words sound.</summary>
    public required SoundList Sounds { get; init; }

    /// <summary>Bytes it takes.</summary>
    public long Bytes => (Ids.Length * sizeof(long)) + Lengths.Length + Terms.Bytes + Stems.Length + (Starts.Length * sizeof(int))
        + (Documents.Length * sizeof(int)) + Weights.Length + Sounds.Bytes;

    /// <summary>Raises the quality of the documents that have a word.</summary>
    public void Raise(int term, MatchClass match, Span<byte> qualities)
    {
        var documents = Documents.AsSpan(Starts[term], Starts[term + 1] - Starts[term]);
        var weights = Weights.AsSpan(Starts[term], documents.Length);
        for (var i = 0; i < documents.Length; i++)
        {
            ref var best = ref qualities[documents[i]];
            best = Math.Max(best, Quality.Of(match, weights[i]));
        }
    }
}
