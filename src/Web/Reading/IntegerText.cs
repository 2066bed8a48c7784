using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>Whole numbers, from JSON numbers and from text, by pydantic's lax rules; booleans are refused.</summary>
internal static class IntegerText
{
    // Beyond this a double no longer tells whole numbers apart.
    private const double Exact = 9007199254740992;

    public static Reading<long> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.String => Read(element.GetString()!),
        _ => Wording.IntType,
    };

    public static Reading<long> Read(string text)
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
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? Wording.IntSize : Wording.IntParsing;
    }

    public static Reading<long> Within(Reading<long> reading, long min, long max) => reading switch
    {
        { Ok: true, Value: var value } when value < min => Wording.AtLeast(min),
        { Ok: true, Value: var value } when value > max => Wording.AtMost(max),
        _ => reading,
    };

    private static Reading<long> ReadNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var value))
        {
            return value;
        }

        var real = element.GetDouble();
        if (!double.IsFinite(real))
        {
            return Wording.NotFinite;
        }

        if (real != Math.Truncate(real))
        {
            return Wording.IntFraction;
        }

        return Math.Abs(real) <= Exact ? (long)real : Wording.IntSize;
    }
}
