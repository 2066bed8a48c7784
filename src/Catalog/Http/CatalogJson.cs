using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Catalog.Http;

/// <summary>JSON of the room's answers: the literal names of the events platform, all of them snake_case.</summary>
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
}
