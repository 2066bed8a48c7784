using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Grains.Events;

namespace Actors.Catalog.Http.Views;

/// <summary>Writes the events of a page as a JSON array.</summary>
internal static class PageJson
{
    /// <summary>A page; inactive events are told as such where that was asked for.</summary>
    public static ReadOnlyMemory<byte> Write(ViewPage page, ViewRequest request) => Array(json =>
    {
        foreach (var e in page.Events)
        {
            if (request.WithGone && !e.Active) WriteGone(json, e);
            else EventMembers.Write(json, EventResponse.Of(EventView.Of(e)), request.Fields);
        }
    });

    /// <summary>One event with these members only.</summary>
    public static ReadOnlyMemory<byte> Write(EventView one, ImmutableArray<string> fields) =>
        Array(json => EventMembers.Write(json, EventResponse.Of(one), fields));

    private static ReadOnlyMemory<byte> Array(Action<Utf8JsonWriter> items)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = CatalogJson.Readable.Options.Encoder });
        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
        json.Flush();
        return body.WrittenMemory;
    }

    private static void WriteGone(Utf8JsonWriter json, EventState e)
    {
        json.WriteStartObject();
        json.WriteNumber("id", e.Id);
        json.WriteString("uuid", e.Uuid);
        json.WriteBoolean("deleted", true);
        json.WriteEndObject();
    }
}
