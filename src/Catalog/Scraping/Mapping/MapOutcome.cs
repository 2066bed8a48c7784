using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>An event ready for the catalogue, or the reason why there is none.</summary>
/// <param name="ItemKey">The key of the item: the source's id or URL.</param>
/// <param name="Event">The event; null when there is a reason.</param>
/// <param name="Reason">One of <see cref="DeadLetterReason"/>; null when there is an event.</param>
internal sealed record MapOutcome(string ItemKey, EventInput? Event, string? Reason);
