using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>The remaining scalars of a body, by pydantic's lax rules.</summary>
internal static class Scalars
{
    public static Reading<string> Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return Wording.StringType;
        }

        return Text(element.GetString()!);
    }

    // A NUL fits into no database text.
    public static Reading<string> Text(string text) => text.Contains('\0') ? Wording.Nul : text;

    public static Reading<Guid> Uuid(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? UuidText.Read(element.GetString()) : Wording.UuidType;

    public static Reading<bool> Boolean(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => Boolean(element.GetString()!),
        JsonValueKind.Number when element.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
        JsonValueKind.Number => Wording.BoolParsing,
        _ => Wording.BoolType,
    };

    public static Reading<bool> Boolean(string text) => text.ToUpperInvariant() switch
    {
        "1" or "T" or "TRUE" or "Y" or "YES" or "ON" => true,
        "0" or "F" or "FALSE" or "N" or "NO" or "OFF" => false,
        _ => Wording.BoolParsing,
    };

    public static Reading<decimal> Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out var value) ? value : Wording.NotFinite,
        JsonValueKind.String => Number(element.GetString()!),
        _ => Wording.NumberType,
    };

    public static Reading<decimal> Number(string text) =>
        decimal.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : Wording.NumberParsing;
}
