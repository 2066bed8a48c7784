using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Provider;

/// <summary>What is kept of a provider's event. Stored as JSON by property name.</summary>
[GenerateSerializer, Alias("catalog.ProviderEventState")]
internal sealed record ProviderEventState
{
    /// <summary>How long it is remembered that the topic deleted an event.</summary>
    public static readonly TimeSpan TombstoneKept = TimeSpan.FromDays(30);

    /// <summary>The event as last described; null before it is first stored, and where it was deleted.</summary>
    [Id(0)] public ProviderEvent? Event { get; init; }

    /// <summary>When we first heard of it.</summary>
    [Id(1)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last record of the topic that had an effect; null where none had.</summary>
    [Id(2)] public TopicPosition? Position { get; init; }

    /// <summary>When a record of the topic deleted it; null where it exists. Such a state is a tombstone.</summary>
    [Id(3)] public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Tombstones from before this moment may go when events that began before another moment may.</summary>
    public static DateTimeOffset DeletedBefore(DateTimeOffset begunBefore) => begunBefore + ProviderEvent.Kept - TombstoneKept;

    /// <summary>True when nothing of it is needed after that moment.</summary>
    public bool IsOver(DateTimeOffset begunBefore) => DeletedAt is { } deleted ? deleted < DeletedBefore(begunBefore) : Event!.EventTime < begunBefore;
}
