using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Actors.Catalog.Grains.Events;

namespace Actors.Catalog.Http.Lists;

/// <summary>A JSON array of events that is written piece by piece: the same bytes as if it were written at once.</summary>
internal sealed class EventArray : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public EventArray()
    {
        _json = new Utf8JsonWriter(_bytes, s_options);
        _json.WriteStartArray();
    }

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Adds events to the array.</summary>
    public void Add(ImmutableArray<EventView> events)
    {
        foreach (var e in events) JsonSerializer.Serialize(_json, EventResponse.Of(e), CatalogJson.Readable.EventResponse);
        _json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.WriteEndArray();
        _json.Flush();
    }

    /// <summary>Forgets what was written, which has been sent.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    public void Dispose() => _json.Dispose();
}
