using System.Globalization;
using Actors.Persistence;

namespace Actors.Grains.Storage;

/// <summary>Copies states between Orleans' grain state and a row. The etag is the row's version in decimal.</summary>
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

    /// <summary>
    /// Deletes the row with the version that was read; another version is a conflict. Without an etag it deletes any version, as Orleans' contract
    /// requires.
    /// </summary>
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

    /// <summary>The initial state of a grain without a row.</summary>
    private static class Empty<T>
    {
        private static readonly bool s_hasConstructor = typeof(T).GetConstructor(Type.EmptyTypes) is not null;

        public static T Create() => s_hasConstructor ? Activator.CreateInstance<T>() : default!;
    }
}
