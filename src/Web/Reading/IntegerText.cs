using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>Parses whole numbers from JSON numbers and texts, by pydantic's lax rules; booleans are refused.</summary>
internal static class IntegerText
{
    // The limit up to which a double represents every whole number exactly.
    private const double MaxExact = 9007199254740992;

    public static ParseResult<long> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.String => Read(element.GetString()!),
        _ => FaultTexts.IntType,
    };

    public static ParseResult<long> Read(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed is [.. var whole, '.', '0'] && whole.Length > 0)
        {
            trimmed = whole;
        }

        if (long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        var digits = trimmed.TrimStart("+-");
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? FaultTexts.IntSize : FaultTexts.IntParsing;
    }

    public static ParseResult<long> Within(ParseResult<long> reading, long min, long max) => reading switch
    {
        { Ok: true, Value: var value } when value < min => FaultTexts.AtLeast(min),
        { Ok: true, Value: var value } when value > max => FaultTexts.AtMost(max),
        _ => reading,
    };

    private static ParseResult<long> ReadNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var value))
        {
            return value;
        }

        var real = element.GetDouble();
        if (!double.IsFinite(real))
        {
            return FaultTexts.NotFinite;
        }

        if (real != Math.Truncate(real))
        {
            return FaultTexts.IntFraction;
        }

        return Math.Abs(real) <= MaxExact ? (long)real : FaultTexts.IntSize;
    }
}
