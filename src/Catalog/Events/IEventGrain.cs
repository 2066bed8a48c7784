using Actors.Catalog.Events.Ingest;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Events;

/// <summary>One event. Key: its uuid, so that one uuid is one event however often it is sent.</summary>
[Alias("catalog.IEventGrain")]
internal interface IEventGrain : IGrainWithGuidKey
{
    /// <summary>Creates the event unless it exists or must be refused; returns when it is durable.</summary>
    /// <remarks>
    /// Fetching a poster may take longer than an ordinary call. A call that is sent again because its silo was lost is answered "created" when the
    /// event was made since it was first sent, and equals it.
    /// </remarks>
    [Alias("Create"), ResponseTimeout("00:02:00"), Repeatable(Repeat.Always)]
    Task<CreateOutcome> Create(EventInput scraped);

    /// <summary>The event, or null when there is none; never waits for a poster.</summary>
    [Alias("Get"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<EventState?> Get();

    /// <summary>Moves the shown date on, or the event to the inactive ones, if the shown date has gone by.</summary>
    [Alias("RollOver"), Repeatable(Repeat.Always)]
    Task RollOver(DateTimeOffset now);

    /// <summary>Keeps which events are the same as this one; null: none. Nothing happens when that is known, or when there is no such event.</summary>
    [Alias("MarkTwins"), Repeatable(Repeat.Always)]
    Task MarkTwins(TwinMark? mark);
}
