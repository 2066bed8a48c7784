using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Actors.Persistence;

/// <summary>
/// The default serialization of stored documents: unchanged member names and relaxed escaping, which is safe because documents are never embedded in
/// HTML.
/// </summary>
public static class StoredJson
{
    /// <summary>The options, also used by golden tests.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The serialization metadata of a type with <see cref="Options"/>, for a <see cref="RowKind{TState}"/>.</summary>
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
