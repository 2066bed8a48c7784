using System.Text;
using System.Text.Json;

namespace Actors.Catalog.Provider.Topic;

/// <summary>The key of a record: the event's id as text, as a JSON string, or in the key of a Debezium record.</summary>
internal static class TopicKey
{
    private const int Longest = 4096;

    /// <summary>The id; null where the key is none.</summary>
    public static Guid? Read(byte[]? key)
    {
        if (key is null or { Length: 0 or > Longest }) return null;
        if (Guid.TryParseExact(Encoding.UTF8.GetString(key).Trim(), "D", out var id)) return Some(id);
        try
        {
            using var json = JsonDocument.Parse(key);
            return Of(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The id in a JSON value: itself, its member <c>id</c>, or that of its <c>payload</c>.</summary>
    public static Guid? Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("payload", out var payload)) value = payload;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out var member)) value = member;
        return value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? Some(id) : null;
    }

    private static Guid? Some(Guid id) => id == Guid.Empty ? null : id;
}
