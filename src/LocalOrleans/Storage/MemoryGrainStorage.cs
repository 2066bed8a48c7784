using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps records in this process, as JSON, so that a state that is changed but not written is not stored by accident.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), Entry> _records = new();
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_records.TryGetValue((stateName, grainId), out var entry))
        {
            grainState.State = JsonSerializer.Deserialize<T>(entry.Json);
            grainState.ETag = entry.ETag;
            grainState.RecordExists = true;
        }
        else
        {
            Reset(grainState);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var entry = new Entry(
            JsonSerializer.SerializeToUtf8Bytes(grainState.State),
            Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
        _records.AddOrUpdate(
            (stateName, grainId),
            static (_, arg) => arg.State.ETag is null ? arg.Entry : throw Conflict(null, arg.State.ETag),
            static (_, stored, arg) => stored.ETag == arg.State.ETag ? arg.Entry : throw Conflict(stored.ETag, arg.State.ETag),
            (State: grainState, Entry: entry));
        grainState.ETag = entry.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (_records.TryGetValue(key, out var stored) && (stored.ETag != grainState.ETag || !_records.TryRemove(new(key, stored))))
        {
            throw Conflict(stored.ETag, grainState.ETag);
        }

        Reset(grainState);
        return Task.CompletedTask;
    }

    private static void Reset<T>(IGrainState<T> state)
    {
        state.State = default;
        state.ETag = null;
        state.RecordExists = false;
    }

    private static InconsistentStateException Conflict(string? stored, string? current) =>
        new("The record was written by somebody else.", stored, current);

    private sealed record Entry(byte[] Json, string ETag);
}
