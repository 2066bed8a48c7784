using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog;

/// <summary>JSON of the module's answers: the literal names of the events platform, all of them snake_case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EventResponse[]))]
[JsonSerializable(typeof(IntakeResponse))]
[JsonSerializable(typeof(BatchResponse))]
[JsonSerializable(typeof(CreatedResponse))]
[JsonSerializable(typeof(SkippedResponse))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    /// <summary>The same, with Cyrillic as it is: bodies are JSON, never part of a page.</summary>
    public static readonly CatalogJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The bytes of events, with Cyrillic as it is.</summary>
    /// <remarks>Code that was generated for the type writes them; with an encoder among the options each member would be looked up instead.</remarks>
    public static ReadOnlyMemory<byte> Write(EventResponse[] events, int expectedLength)
    {
        var body = new ArrayBufferWriter<byte>(expectedLength);
        using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = Readable.Options.Encoder });
        JsonSerializer.Serialize(json, events, Default.EventResponseArray);
        return body.WrittenMemory;
    }
}
