namespace Actors.Catalog.Provider.Sync;

/// <summary>An event of the provider, as it describes it: never the same as one that was scraped or planned (C5).</summary>
/// <param name="Id">The provider's id, which is ours too.</param>
/// <param name="Name">Its name.</param>
/// <param name="EventTime">When it begins, with the offset as it came.</param>
/// <param name="Open">True while visitors may register.</param>
/// <param name="Deadline">The end of registration, when there is one before the beginning.</param>
/// <param name="ChangedAt">When the provider last changed it; null when it does not say.</param>
/// <param name="Venue">Where.</param>
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
    /// <summary>How long after its beginning an event is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>True while a visitor can still register.</summary>
    public bool TakesVisitors(DateTimeOffset now) => Open && now < EventTime && !(now >= Deadline);

    /// <summary>True when it was over more than seven days ago. Only the beginning of an event is known.</summary>
    public bool IsOutdated(DateTimeOffset now) => EventTime < Before(now);

    /// <summary>Events that began before this moment are outdated.</summary>
    public static DateTimeOffset Before(DateTimeOffset now) => now - Kept;
}
