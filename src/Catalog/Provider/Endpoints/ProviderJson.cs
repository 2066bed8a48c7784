using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>JSON of the answers, snake_case.</summary>
[JsonSerializable(typeof(ProviderEventPage))]
[JsonSerializable(typeof(ProviderEventResponse))]
[JsonSerializable(typeof(RegistrationResponse))]
internal sealed partial class ProviderJson : JsonSerializerContext
{
    /// <summary>With Cyrillic as it is: bodies are JSON, never part of a page.</summary>
    public static readonly ProviderJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
