using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>Converts column values to JSON and back. Booleans are 0 and 1, as in SQLite.</summary>
internal static class DumpValue
{
    private const string Bytes = "bytes";

    public static JsonNode? ToJson(object value) => value switch
    {
        DBNull => null,
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        int number => JsonValue.Create((long)number),
        bool flag => JsonValue.Create(flag ? 1L : 0L),
        double number => JsonValue.Create(number),
        byte[] bytes => new JsonObject { [Bytes] = Convert.ToBase64String(bytes) },
        _ => throw new NotSupportedException($"Columns of type {value.GetType()} are not supported."),
    };

    public static object OfJson(JsonNode? node, Type column) => node switch
    {
        null => DBNull.Value,
        JsonObject bytes => Convert.FromBase64String(bytes[Bytes]!.GetValue<string>()),
        JsonValue value when column == typeof(bool) => value.GetValue<long>() != 0,
        JsonValue value when column == typeof(double) => value.GetValue<double>(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        _ => node.AsValue().GetValue<double>(),
    };
}
