using Actors.Catalog.Events.Ingest;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Events;

/// <summary>One event. Key: its uuid, so an event is created once however often it is sent.</summary>
[Alias("catalog.IEventGrain")]
internal interface IEventGrain : IGrainWithGuidKey
{
    /// <summary>Creates the event unless it exists or must be refused. Returns when the event is durable.</summary>
    /// <remarks>
    /// Fetching a poster may take longer than an ordinary call. A call that is repeated because its silo was lost returns "created" if its first attempt
    /// created an equal event.
    /// </remarks>
    [Alias("Create"), ResponseTimeout("00:02:00"), Repeatable(Repeat.Always)]
    Task<CreateOutcome> Create(EventInput scraped);

    /// <summary>The event, or null if it does not exist. Does not wait for a creation in progress.</summary>
    [Alias("Get"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<EventState?> Get();

    /// <summary>If the shown date has passed, shows the next one or makes the event inactive.</summary>
    [Alias("RollOver"), Repeatable(Repeat.Always)]
    Task RollOver(DateTimeOffset now);

    /// <summary>Stores the set of duplicates that the event is in; null for none. Does nothing if the mark is unchanged or the event does not exist.</summary>
    [Alias("MarkTwins"), Repeatable(Repeat.Always)]
    Task MarkTwins(TwinMark? mark);
}
