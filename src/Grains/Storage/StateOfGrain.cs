using System.Globalization;
using Actors.Persistence;

namespace Actors.Grains.Storage;

/// <summary>Moves a record between the runtime's grain state and a row: the etag is the version in decimal.</summary>
public static class StateOfGrain
{
    public static async Task ReadAsync<T>(IRowStore rows, RowKind<T> kind, string key, IGrainState<T> state)
    {
        if (await rows.ReadAsync(kind, key).ConfigureAwait(false) is { } row)
        {
            (state.State, state.ETag, state.RecordExists) = (row.State, Text(row.Version), true);
        }
        else
        {
            Reset(state);
        }
    }

    public static async Task WriteAsync<T>(IRowStore rows, RowKind<T> kind, string key, IGrainState<T> state)
    {
        var version = VersionOf(state);
        await rows.CommitAsync(new WriteSet().Put(kind, key, state.State!, version)).ConfigureAwait(false);
        state.ETag = Text((version ?? 0) + 1);
        state.RecordExists = true;
    }

    /// <summary>Removes the row that was read, or is a conflict. Without an etag whatever is there is removed, as the runtime's
    /// contract has it.</summary>
    public static async Task ClearAsync<T>(IRowStore rows, RowKind<T> kind, string key, IGrainState<T> state)
    {
        var found = VersionOf(state) ?? (await rows.ReadAsync(kind, key).ConfigureAwait(false))?.Version;
        if (found is { } version)
        {
            await rows.CommitAsync(new WriteSet().Delete(kind, key, version)).ConfigureAwait(false);
        }

        Reset(state);
    }

    private static long? VersionOf<T>(IGrainState<T> state) =>
        state.ETag is null ? null : long.Parse(state.ETag, CultureInfo.InvariantCulture);

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static void Reset<T>(IGrainState<T> state)
    {
        (state.State, state.ETag, state.RecordExists) = (Empty<T>.Create(), null, false);
    }

    /// <summary>What a grain finds that has no record yet: a new state, where its type has one.</summary>
    private static class Empty<T>
    {
        private static readonly bool s_hasOne = typeof(T).GetConstructor(Type.EmptyTypes) is not null;

        public static T Create() => s_hasOne ? Activator.CreateInstance<T>() : default!;
    }
}
