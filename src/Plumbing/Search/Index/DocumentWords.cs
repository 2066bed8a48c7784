using Actors.Plumbing.Search.Text;

namespace Actors.Plumbing.Search.Index;

/// <summary>Puts the words of a document into a segment.</summary>
internal static class DocumentWords
{
    private const int MaxCharacters = 10_000;
    private const int MaxWords = 300;

    public static void Add(SegmentBuilder segment, SearchDocument document)
    {
        var most = document.Fields.IsDefaultOrEmpty ? 0 : document.Fields.Max(field => field.Weight);
        var place = segment.Begin(document.Id, LengthOf(document, most));
        foreach (var field in document.Fields)
        {
            Add(segment, place, Letters(field), (byte)Math.Clamp(field.Weight, 1, Quality.MaxWeight));
        }
    }

    private static void Add(SegmentBuilder segment, int document, string letters, byte weight)
    {
        var compound = new Compound(stackalloc char[WordReader.MaxLength]);
        var words = 0;
        for (var reader = new WordReader(letters); words < MaxWords && reader.MoveNext(); words++)
        {
            segment.Add(segment.NumberOf(reader.Current), document, weight);
            if (!reader.IsJoined) Close(segment, ref compound, document, weight);
            compound.Append(reader.Current);
        }

        Close(segment, ref compound, document, weight);
    }

    // "stand-up" is found as "standup" too.
    private static void Close(SegmentBuilder segment, ref Compound compound, int document, byte weight)
    {
        if (compound.Parts > 1) segment.Add(segment.NumberOf(compound.Word), document, weight);
        compound.Clear();
    }

    private static byte LengthOf(SearchDocument document, int weight)
    {
        var length = 0;
        foreach (var field in document.Fields)
        {
            if (field.Weight != weight) continue;
            for (var reader = new WordReader(Letters(field)); length < byte.MaxValue && reader.MoveNext();) length++;
        }

        return (byte)length;
    }

    private static string Letters(SearchField field) => TextFolding.Letters(field.Text.AsSpan(0, Math.Min(field.Text.Length, MaxCharacters)));
}
