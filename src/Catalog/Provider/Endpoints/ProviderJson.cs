using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>The JSON of the responses, in snake_case.</summary>
[JsonSerializable(typeof(ProviderEventPage))]
[JsonSerializable(typeof(ProviderEventResponse))]
[JsonSerializable(typeof(RegistrationResponse))]
internal sealed partial class ProviderJson : JsonSerializerContext
{
    /// <summary>Does not escape Cyrillic: bodies are JSON and never part of an HTML page.</summary>
    public static readonly ProviderJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
