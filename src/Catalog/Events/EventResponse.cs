using System.Collections.Immutable;

namespace Actors.Catalog.Events;

/// <summary>An event in responses of <c>/catalog/events</c> and <c>/scraperCatalog/events</c>.</summary>
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
    public static EventResponse Of(EventState e) => new(
        e.Id, e.Uuid, e.SourceId, e.EventType, e.Title, e.Description, e.Price, e.DatePreview.Text,
        TextsOf(e.DateList), e.Place, e.Genre, e.Age, e.ImageUrl, e.Url, e.CreatedAt.UtcDateTime);

    private static ImmutableArray<string> TextsOf(ImmutableArray<EventDate> dates)
    {
        var texts = ImmutableArray.CreateBuilder<string>(dates.Length);
        foreach (var date in dates) texts.Add(date.Text);
        return texts.MoveToImmutable();
    }
}
