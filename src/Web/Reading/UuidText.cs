namespace Actors.Web.Reading;

/// <summary>Parses UUIDs in the forms that pydantic accepts: hyphenated, simple, braced, <c>urn:uuid:</c>.</summary>
internal static class UuidText
{
    private const string Urn = "urn:uuid:";
    private const int Simple = 32;
    private const int Hyphenated = 36;

    public static ParseResult<Guid> Read(ReadOnlySpan<char> text)
    {
        var bare = Bare(text);
        var form = bare.Length == Simple ? "N" : "D";
        return Guid.TryParseExact(bare, form, out var value) && bare.Length is Simple or Hyphenated ? value : FaultTexts.Uuid(ReasonOf(bare));
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Urn, StringComparison.OrdinalIgnoreCase))
        {
            return text[Urn.Length..];
        }

        return text is ['{', .. var inner, '}'] ? inner : text;
    }

    private static string ReasonOf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]) && text[i] != '-')
            {
                return $"invalid character: found `{text[i]}` at {i + 1}";
            }
        }

        return text.Contains('-')
            ? "invalid group length or count"
            : $"invalid length: expected length 32 for simple format, found {text.Length}";
    }
}
