using Actors.Catalog.Events.Ingest;


namespace Actors.Catalog.Events.Documents;

/// <summary>What <c>/scraperCatalog/upload</c> takes, for the API page; <see cref="EventReader"/> reads it.</summary>
internal sealed record EventDocument(
    Guid Uuid,
    string EventType,
    string? Id,
    string Title,
    string Description,
    long Price,
    string DatePreview,
    string[] DateList,
    string Place,
    string Genre,
    string? Age,
    string? ImageUrl,
    string Url);

/// <summary>What the batch routes take, for the API page.</summary>
internal sealed record ResultsDocument(EventDocument[] Events);
