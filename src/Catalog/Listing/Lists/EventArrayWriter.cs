using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A JSON array of events that is written piece by piece: the same bytes as if it were written at once.</summary>
internal sealed class EventArray(IBufferWriter<byte> output) : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Utf8JsonWriter _json = new(output, s_options);
    private bool _begun;

    /// <summary>Adds events to the array, and its end after the last of them.</summary>
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
