namespace Actors.Catalog.Events;

/// <summary>The result of a submitted event.</summary>
internal enum CreateResult
{
    Created,
    UnsupportedType,
    AlreadyExists,
    NoImageUrl,
    ImageDownloadFailed,
}

/// <summary>The result of a submitted event, with its reason.</summary>
/// <param name="Uuid">The event.</param>
/// <param name="EventType">Its normalised type.</param>
/// <param name="Result">Created, skipped, or failed.</param>
/// <param name="Detail">Why the picture could not be fetched; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("catalog.CreateOutcome")]
internal sealed record CreateOutcome(
    [property: Id(0)] Guid Uuid,
    [property: Id(1)] string EventType,
    [property: Id(2)] CreateResult Result,
    [property: Id(3)] string? Detail = null);
