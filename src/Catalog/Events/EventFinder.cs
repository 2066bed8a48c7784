namespace Actors.Catalog.Events;

/// <summary>Finds one event through its grain.</summary>
internal sealed class EventFinder(IGrainFactory grains, EventNumbers numbers)
{
    /// <summary>The event if it is in <paramref name="scope"/>, else null.</summary>
    public async Task<EventState?> FindAsync(EventId id, EventScope scope)
    {
        var uuid = id.Uuid ?? await numbers.UuidOfAsync(id.Number!.Value);
        if (uuid is null || await grains.GetGrain<IEventGrain>(uuid.Value).Get() is not { } found) return null;
        return found.Active == scope.Active && (scope.EventType is null || scope.EventType == found.EventType) ? found : null;
    }
}
