namespace Actors.Catalog.Events;

/// <summary>Finds one event through its grain.</summary>
internal sealed class EventFinder(IGrainFactory grains, EventUuidCache uuids)
{
    /// <summary>The event if it is in <paramref name="scope"/>, else null.</summary>
    public async Task<EventState?> FindAsync(EventId id, EventScope scope)
    {
        var uuid = id.Uuid ?? await uuids.FindAsync(id.Number!.Value);
        if (uuid is null || await grains.GetGrain<IEventGrain>(uuid.Value).Get() is not { } found) return null;
        return found.Active == scope.Active && (scope.EventType is null || scope.EventType == found.EventType) ? found : null;
    }
}
