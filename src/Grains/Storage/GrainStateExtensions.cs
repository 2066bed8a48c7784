namespace Actors.Grains.Storage;

/// <summary>Saves the state of grains.</summary>
public static class GrainStateExtensions
{
    /// <summary>
    /// Replaces the state durably. After a failure, memory and store may differ, so the activation ends and the next call reads the stored state.
    /// </summary>
    public static async Task SaveAsync<T>(this IPersistentState<T> state, T next, IGrainBase grain)
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
