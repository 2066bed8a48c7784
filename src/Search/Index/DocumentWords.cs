using System.Runtime.CompilerServices;
using Actors.Search.Text;

namespace Actors.Search.Index;

/// <summary>Adds the words of a document to a segment.</summary>
internal static class DocumentWords
{
    private const int MaxCharacters = 10_000;
    private const int MaxWords = 300;

    public static void Add(SegmentBuilder segment, SearchDocument document)
    {
        var maxWeight = document.Fields.IsDefaultOrEmpty ? 0 : document.Fields.Max(field => field.Weight);
        var (ordinal, length) = (segment.Begin(document.Id), 0);
        foreach (var field in document.Fields)
        {
            using var letters = new FoldedLetters(field.Text.AsSpan(0, Math.Min(field.Text.Length, MaxCharacters)));
            var words = Add(segment, ordinal, letters.Span, Math.Clamp(field.Weight, 1, Quality.MaxWeight));
            if (field.Weight == maxWeight) length += words;
        }

        segment.SetLength((byte)Math.Min(length, byte.MaxValue));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Add(SegmentBuilder segment, int document, ReadOnlySpan<char> letters, int weight)
    {
        var compound = new Compound(stackalloc char[WordReader.MaxLength]);
        var words = 0;
        for (var reader = new WordReader(letters); words < MaxWords && reader.MoveNext(); words++)
        {
            segment.Add(reader.Current, document, weight);
            if (!reader.IsJoined) Close(segment, ref compound, document, weight);
            compound.Append(reader.Current);
        }

        Close(segment, ref compound, document, weight);
        return words;
    }

    // Indexes "stand-up" also as "standup".
    private static void Close(SegmentBuilder segment, ref Compound compound, int document, int weight)
    {
        if (compound.Parts > 1) segment.Add(compound.Word, document, weight);
        compound.Clear();
    }
}
