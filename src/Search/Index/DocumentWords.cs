using System.Runtime.CompilerServices;
using Actors.Search.Text;

namespace Actors.Search.Index;

/// <summary>Puts the words of a document into a segment.</summary>
internal static class DocumentWords
{
    private const int MaxCharacters = 10_000;
    private const int MaxWords = 300;

    public static void Add(SegmentBuilder segment, SearchDocument document)
    {
        var most = document.Fields.IsDefaultOrEmpty ? 0 : document.Fields.Max(field => field.Weight);
        var (place, length) = (segment.Begin(document.Id), 0);
        foreach (var field in document.Fields)
        {
            using var letters = new FoldedLetters(field.Text.AsSpan(0, Math.Min(field.Text.Length, MaxCharacters)));
            var words = Add(segment, place, letters.Span, Math.Clamp(field.Weight, 1, Quality.MaxWeight));
            if (field.Weight == most) length += words;
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

    // "stand-up" is found as "standup" too.
    private static void Close(SegmentBuilder segment, ref Compound compound, int document, int weight)
    {
        if (compound.Parts > 1) segment.Add(compound.Word, document, weight);
        compound.Clear();
    }
}
