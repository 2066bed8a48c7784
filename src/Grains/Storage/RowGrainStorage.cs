using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Grains.Storage;

/// <summary>Stores grain states as rows of one kind. The row's key is the grain's key.</summary>
internal sealed class RowGrainStorage<TState>(IRowStore rows, RowKind<TState> kind) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.ReadAsync(rows, kind, KeyOf(grainId), Checked(stateName, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.WriteAsync(rows, kind, KeyOf(grainId), Checked(stateName, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        StateOfGrain.ClearAsync(rows, kind, KeyOf(grainId), Checked(stateName, grainState));

    private static string KeyOf(GrainId grainId) => grainId.Key.ToString()!;

    private IGrainState<TState> Checked<T>(string stateName, IGrainState<T> state) => state as IGrainState<TState>
        ?? throw new ArgumentException($"State '{stateName}' is a {typeof(T).Name}; table {kind.Table} stores {typeof(TState).Name}.", nameof(state));
}
