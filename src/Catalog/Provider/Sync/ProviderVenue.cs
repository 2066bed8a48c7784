namespace Actors.Catalog.Provider.Sync;

/// <summary>Where a provider's event takes place.</summary>
/// <param name="Id">The provider's id of it; null when it gave none.</param>
/// <param name="Name">Its name, perhaps empty.</param>
/// <param name="City">Its city, when it is known.</param>
/// <param name="Address">Its address, when it is known.</param>
[GenerateSerializer, Immutable, Alias("catalog.ProviderVenue")]
internal sealed record ProviderVenue(
    [property: Id(0)] Guid? Id, [property: Id(1)] string Name, [property: Id(2)] string? City = null, [property: Id(3)] string? Address = null);
