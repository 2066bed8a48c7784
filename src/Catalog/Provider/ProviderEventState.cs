using Actors.Catalog.Provider.Sync;


namespace Actors.Catalog.Provider;

/// <summary>What is kept of a provider's event. Stored as JSON by property name.</summary>
[GenerateSerializer, Alias("catalog.ProviderEventState")]
internal sealed record ProviderEventState
{
    /// <summary>The event as last described; null only before it is first stored.</summary>
    [Id(0)] public ProviderEvent? Event { get; init; }

    /// <summary>When we first heard of it.</summary>
    [Id(1)] public DateTimeOffset CreatedAt { get; init; }
}
