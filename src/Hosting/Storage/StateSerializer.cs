using System.Text.Json;
using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Hosting.Storage;

/// <summary>
/// Serializes documents of the default storage to the same JSON on both databases, so that exports fit either. A missing member keeps its
/// default and an unknown one is ignored, so silos of two versions can read each other's documents.
/// </summary>
internal sealed class StateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input!, StoredJson.TypeInfo<T>()));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize(input.ToMemory().Span, StoredJson.TypeInfo<T>())!;
}
