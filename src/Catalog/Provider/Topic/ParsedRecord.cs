using System.Text.Json;
using Actors.Catalog.Provider.Sync;

namespace Actors.Catalog.Provider.Topic;

/// <summary>The parsed record, or the reason why it cannot be parsed.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Event">The event; null if it was deleted.</param>
/// <param name="Reason">Why the record cannot be read; null if it can.</param>
internal sealed record ParsedRecord(Guid Id, ProviderEvent? Event, string? Reason)
{
    /// <summary>Maximum length of a value in bytes.</summary>
    public const int MaxValueLength = 1024 * 1024;

    // Envelopes may be nested: Debezium inside CloudEvents, or one with its schema.
    private const int MaxEnvelopes = 4, MaxDepth = 32;

    /// <summary>Parses a record: an event, bare or in an envelope of Debezium or CloudEvents, or null for a deletion.</summary>
    public static ParsedRecord Read(byte[]? key, byte[]? value)
    {
        if (value is null) return Deletion(TopicKey.Read(key), null);
        if (value.Length > MaxValueLength) return Unreadable("too_large");
        List<JsonDocument> opened = [];
        try
        {
            return Unwrap(TopicKey.Read(key), Parse(value, opened), opened);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return Unreadable("not_json");
        }
        finally
        {
            opened.ForEach(document => document.Dispose());
        }
    }

    private static ParsedRecord Unwrap(Guid? key, JsonElement value, List<JsonDocument> opened)
    {
        for (var i = 0; i <= MaxEnvelopes; i++)
        {
            if (value.ValueKind == JsonValueKind.String) value = Parse(System.Text.Encoding.UTF8.GetBytes(value.GetString()!), opened);
            if (value.ValueKind == JsonValueKind.Null) return Deletion(key, null);
            if (value.ValueKind != JsonValueKind.Object) return Unreadable("not_an_object");
            if (value.TryGetProperty("specversion", out _))
            {
                if (value.TryGetProperty("data", out var data)) value = data;
                else if (value.TryGetProperty("data_base64", out var coded)) value = Parse(coded.GetBytesFromBase64(), opened);
                else return Unreadable("no_data");
            }
            else if (value.TryGetProperty("payload", out var payload))
            {
                value = payload;
            }
            else if (value.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.String)
            {
                if (op.ValueEquals("d")) return Deletion(key, Member(value, "before"));
                if (Member(value, "after") is not { ValueKind: not JsonValueKind.Null } after) return Unreadable("no_after");
                value = after;
            }
            else
            {
                return Bare(key, value);
            }
        }

        return Unreadable("too_many_envelopes");
    }

    private static ParsedRecord Bare(Guid? key, JsonElement item)
    {
        // Debezium's flattening transformation marks deleted rows.
        if (Member(item, "__deleted") is { } mark && (mark.ValueKind == JsonValueKind.True || mark.ValueKind == JsonValueKind.String && mark.ValueEquals("true")))
            return Deletion(key, item);
        var (read, reason) = ProviderEventReader.Read(item);
        if (read is null) return Unreadable(reason!);
        return key is { } id && id != read.Id ? Unreadable("other_key") : new(read.Id, read, null);
    }

    private static ParsedRecord Deletion(Guid? key, JsonElement? before)
    {
        var id = key ?? (before is { ValueKind: JsonValueKind.Object } row ? TopicKey.Of(row) : null);
        return id is { } found ? new(found, null, null) : Unreadable("no_key");
    }

    private static ParsedRecord Unreadable(string reason) => new(default, null, reason);

    private static JsonElement? Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement Parse(byte[] json, List<JsonDocument> opened)
    {
        var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        opened.Add(document);
        return document.RootElement;
    }
}
