using System.Text.Json;
using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Hosting.Storage;

/// <summary>
/// The documents of the default storage are the same JSON on both databases, so that they can be moved. A member that a document lacks
/// keeps its default, and one that the program does not know is left out: silos of two versions read each other's documents.
/// </summary>
internal sealed class StateSerializer : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input!, StoredJson.TypeInfo<T>()));

    /// <inheritdoc/>
    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize(input.ToMemory().Span, StoredJson.TypeInfo<T>())!;
}
