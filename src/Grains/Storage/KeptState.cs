namespace Actors.Grains.Storage;

/// <summary>How a grain replaces its state.</summary>
public static class KeptState
{
    /// <summary>
    /// Makes <paramref name="next"/> the state, durably. When that fails, memory is ahead of the store, or behind it if only the answer was lost:
    /// the grain's next call reads what is there.
    /// </summary>
    public static async Task KeepAsync<T>(this IPersistentState<T> state, T next, IGrainBase grain)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
