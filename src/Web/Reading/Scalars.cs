using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>Parses texts, UUIDs, booleans and decimals by pydantic's lax rules.</summary>
internal static class Scalars
{
    public static ParseResult<string> Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return FaultTexts.StringType;
        }

        return Text(element.GetString()!);
    }

    // Databases cannot store NUL in texts.
    public static ParseResult<string> Text(string text) => text.Contains('\0') ? FaultTexts.Nul : text;

    public static ParseResult<Guid> Uuid(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? UuidText.Read(element.GetString()) : FaultTexts.UuidType;

    public static ParseResult<bool> Boolean(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => Boolean(element.GetString()!),
        JsonValueKind.Number when element.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
        JsonValueKind.Number => FaultTexts.BoolParsing,
        _ => FaultTexts.BoolType,
    };

    public static ParseResult<bool> Boolean(string text) => text.ToUpperInvariant() switch
    {
        "1" or "T" or "TRUE" or "Y" or "YES" or "ON" => true,
        "0" or "F" or "FALSE" or "N" or "NO" or "OFF" => false,
        _ => FaultTexts.BoolParsing,
    };

    public static ParseResult<decimal> Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out var value) ? value : FaultTexts.NotFinite,
        JsonValueKind.String => Number(element.GetString()!),
        _ => FaultTexts.NumberType,
    };

    public static ParseResult<decimal> Number(string text) =>
        decimal.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : FaultTexts.NumberParsing;
}
