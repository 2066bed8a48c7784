namespace Actors.Catalog.Provider.Sync;

/// <summary>The venue of a provider's event.</summary>
/// <param name="Id">The provider's id of the venue, if any.</param>
/// <param name="Name">The name; may be empty.</param>
/// <param name="City">The city, if known.</param>
/// <param name="Address">The address, if known.</param>
[GenerateSerializer, Immutable, Alias("catalog.ProviderVenue")]
internal sealed record ProviderVenue(
    [property: Id(0)] Guid? Id, [property: Id(1)] string Name, [property: Id(2)] string? City = null, [property: Id(3)] string? Address = null);
