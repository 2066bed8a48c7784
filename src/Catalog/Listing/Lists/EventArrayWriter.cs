using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Writes a JSON array of events in pieces; the bytes equal those of one serialization of all events.</summary>
internal sealed class EventArrayWriter(IBufferWriter<byte> output) : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Utf8JsonWriter _json = new(output, s_options);
    private bool _begun;

    /// <summary>Adds events to the array, and closes it after the last ones.</summary>
    public void Add(ImmutableArray<EventState> events, bool last)
    {
        if (!_begun) _json.WriteStartArray();
        _begun = true;
        foreach (var e in events) JsonSerializer.Serialize(_json, EventResponse.Of(e), CatalogJson.Readable.EventResponse);
        if (last) _json.WriteEndArray();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();
}
