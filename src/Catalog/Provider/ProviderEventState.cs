using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Provider;

/// <summary>The stored state of a provider's event. Stored as JSON by property name.</summary>
[GenerateSerializer, Alias("catalog.ProviderEventState")]
internal sealed record ProviderEventState
{
    /// <summary>Lifetime of a tombstone.</summary>
    public static readonly TimeSpan TombstoneLifetime = TimeSpan.FromDays(30);

    /// <summary>The latest version of the event; null if deleted.</summary>
    [Id(0)] public ProviderEvent? Event { get; init; }

    /// <summary>When it was first stored.</summary>
    [Id(1)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last topic record that changed it, if any.</summary>
    [Id(2)] public TopicPosition? Position { get; init; }

    /// <summary>When a topic record deleted it; null if it exists. A deleted state is a tombstone.</summary>
    [Id(3)] public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Tombstones older than this have expired, given the moment before which events are outdated.</summary>
    public static DateTimeOffset DeletedBefore(DateTimeOffset begunBefore) => begunBefore + ProviderEvent.Retention - TombstoneLifetime;

    /// <summary>Whether the state has expired.</summary>
    public bool IsOver(DateTimeOffset begunBefore) => DeletedAt is { } deleted ? deleted < DeletedBefore(begunBefore) : Event!.EventTime < begunBefore;
}
