using System.Collections.Concurrent;
using Actors.Grains.Storage;
using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Hosting.Storage;

/// <summary>Grain storage for state that is never listed: one table for all kinds, keyed by state name and grain.</summary>
internal sealed class DefaultGrainStorage(IRowStore rows) : IGrainStorage
{
    private const string Table = "grain_state";

    private readonly ConcurrentDictionary<Type, object> _kinds = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.ReadAsync(rows, KindOf<T>(), KeyOf(stateName, grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.WriteAsync(rows, KindOf<T>(), KeyOf(stateName, grainId), grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.ClearAsync(rows, KindOf<T>(), KeyOf(stateName, grainId), grainState);

    private static string KeyOf(string stateName, GrainId grainId) => $"{stateName}/{grainId}";

    private RowKind<T> KindOf<T>() =>
        (RowKind<T>)_kinds.GetOrAdd(typeof(T), static _ => new RowKind<T>(Table, StoredJson.TypeInfo<T>()));
}
