namespace Actors.Catalog.Provider.Sync;

/// <summary>An event as the provider describes it; unrelated to scraped and planned events (C5).</summary>
/// <param name="Id">The provider's id, used here as well.</param>
/// <param name="Name">Its name.</param>
/// <param name="EventTime">The start, with the provider's offset.</param>
/// <param name="Open">Whether registration is open.</param>
/// <param name="Deadline">The end of registration, if it is before the start.</param>
/// <param name="ChangedAt">The provider's last change; null if unknown.</param>
/// <param name="Venue">The venue.</param>
[GenerateSerializer, Immutable, Alias("catalog.ProviderEvent")]
internal sealed record ProviderEvent(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Name,
    [property: Id(2)] DateTimeOffset EventTime,
    [property: Id(3)] bool Open,
    [property: Id(4)] DateTimeOffset? Deadline,
    [property: Id(5)] DateTimeOffset? ChangedAt,
    [property: Id(6)] ProviderVenue Venue)
{
    /// <summary>How long an event is kept after its start.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>Whether a visitor can register now.</summary>
    public bool AcceptsVisitors(DateTimeOffset now) => Open && now < EventTime && !(now >= Deadline);

    /// <summary>Whether the event started more than seven days ago. Its end is unknown.</summary>
    public bool IsOutdated(DateTimeOffset now) => EventTime < OutdatedBefore(now);

    /// <summary>Events that started before this moment are outdated.</summary>
    public static DateTimeOffset OutdatedBefore(DateTimeOffset now) => now - Retention;
}
