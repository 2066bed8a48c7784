using System.Text.Json;

namespace Actors.Catalog.Extraction;

/// <summary>Reads JSON without exceptions: the library throws on a lone surrogate in a string.</summary>
internal static class JsonText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "@unreadable";
        }
    }

    public static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A string, or a number as written.</summary>
    public static string? Text(JsonElement element, string name) => Get(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => Of(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>The member if it is an object, else an undefined element, in which no member is found.</summary>
    public static JsonElement Object(JsonElement element, string name) => Get(element, name) is { ValueKind: JsonValueKind.Object } inner ? inner : default;

    /// <summary>A price, written as a number or as text.</summary>
    public static decimal? Amount(JsonElement element, string name) => MachineNumber.Amount(Text(element, name));

    public static bool Flag(JsonElement element, string name) => Get(element, name) is { ValueKind: JsonValueKind.True };

    public static long? Whole(JsonElement element, string name) =>
        MachineNumber.Read(Text(element, name)) is >= long.MinValue and <= long.MaxValue and { } number && decimal.IsInteger(number) ? (long)number : null;

    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
