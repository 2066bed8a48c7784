using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Actors.Catalog.Events;

/// <summary>JSON of stored events.</summary>
[JsonSerializable(typeof(EventState))]
internal sealed partial class EventJson : JsonSerializerContext
{
    /// <summary>Writes Cyrillic unescaped: documents are never embedded in HTML.</summary>
    public static readonly EventJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
