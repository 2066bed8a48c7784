using System.Collections.Immutable;

namespace Actors.Catalog.Events;

/// <summary>An event as callers see it: dates in the form they were received in.</summary>
[GenerateSerializer, Immutable, Alias("catalog.EventView")]
internal sealed record EventView(
    [property: Id(0)] long Id,
    [property: Id(1)] Guid Uuid,
    [property: Id(2)] string EventType,
    [property: Id(3)] string? SourceId,
    [property: Id(4)] string Title,
    [property: Id(5)] string Description,
    [property: Id(6)] long Price,
    [property: Id(7)] string DatePreview,
    [property: Id(8)] ImmutableArray<string> DateList,
    [property: Id(9)] string Place,
    [property: Id(10)] string Genre,
    [property: Id(11)] string? Age,
    [property: Id(12)] string ImageUrl,
    [property: Id(13)] string Url,
    [property: Id(14)] DateTimeOffset CreatedAt,
    [property: Id(15)] bool Active)
{
    /// <summary>The event as it is kept.</summary>
    public static EventView Of(EventState state) => new(
        state.Id, state.Uuid, state.EventType, state.SourceId, state.Title, state.Description, state.Price,
        state.DatePreview.Text, TextsOf(state.DateList), state.Place, state.Genre, state.Age,
        state.ImageUrl, state.Url, state.CreatedAt, state.Active);

    private static ImmutableArray<string> TextsOf(ImmutableArray<EventDate> dates)
    {
        var texts = ImmutableArray.CreateBuilder<string>(dates.Length);
        foreach (var date in dates) texts.Add(date.Text);
        return texts.MoveToImmutable();
    }
}
