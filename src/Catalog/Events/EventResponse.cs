using System.Collections.Immutable;

namespace Actors.Catalog.Events;

/// <summary>An event as <c>/catalog/events</c> and <c>/scraperCatalog/events</c> answer it.</summary>
internal sealed record EventResponse(
    long Id,
    Guid Uuid,
    string? SourceId,
    string EventType,
    string Title,
    string? Description,
    long? Price,
    string? DatePreview,
    ImmutableArray<string> DateList,
    string? Place,
    string? Genre,
    string? Age,
    string? ImageUrl,
    string? Url,
    DateTime CreatedAt)
{
    /// <summary>The event a grain or a row gave.</summary>
    public static EventResponse Of(EventView view) => new(
        view.Id, view.Uuid, view.SourceId, view.EventType, view.Title, view.Description, view.Price, view.DatePreview,
        view.DateList, view.Place, view.Genre, view.Age, view.ImageUrl, view.Url, view.CreatedAt.UtcDateTime);
}
