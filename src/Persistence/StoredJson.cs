using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Actors.Persistence;

/// <summary>How documents are written when a module has no JSON context of its own: member names as they are, and letters of
/// every script unescaped, because a stored document is not put into a page.</summary>
public static class StoredJson
{
    /// <summary>The options; a golden test of a document uses the same.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The JSON description of a type under <see cref="Options"/>, for a <see cref="RowKind{TState}"/>.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly();
        return options;
    }
}
