using System.Text;
using System.Text.Json;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Reads the key of a record: the event's id as text, as a JSON string, or in a Debezium key.</summary>
internal static class TopicKey
{
    private const int MaxLength = 4096;

    /// <summary>The id; null if the key has none.</summary>
    public static Guid? Read(byte[]? key)
    {
        if (key is null or { Length: 0 or > MaxLength }) return null;
        if (Guid.TryParseExact(Encoding.UTF8.GetString(key).Trim(), "D", out var id)) return NonEmpty(id);
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

    /// <summary>The id in a JSON value: the value, its member <c>id</c>, or that of its <c>payload</c>.</summary>
    public static Guid? Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("payload", out var payload)) value = payload;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out var member)) value = member;
        return value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? NonEmpty(id) : null;
    }

    private static Guid? NonEmpty(Guid id) => id == Guid.Empty ? null : id;
}
