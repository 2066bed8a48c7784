using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Rules.Extraction;

namespace Actors.Catalog.Rules.Mapping;

/// <summary>From what a page says to what the catalogue needs: a required field is never invented, and a missing one is a reason.</summary>
internal static class EventMapper
{
    private const decimal HighestPrice = 1_000_000_000_000;

    /// <summary>All events of a page; those that are sessions of one event (same key) become one.</summary>
    public static IEnumerable<MapOutcome> MapPage(ImmutableArray<ExtractedEvent> events, MapContext context) =>
        ItemKeys.Group(events, context.PageUrl).Select(group => Map(group.Key, ItemKeys.Join(group.Events), context));

    public static MapOutcome Map(string key, ExtractedEvent found, MapContext context)
    {
        var dates = FutureDates.Of(found, context);
        var (type, place, price) = (TypeOf(found, context), PlaceOf(found, context), PriceOf(found, context));
        var reason = Refusal(found, type, place, price) ?? FutureDates.Refusal(found, dates);
        return reason is not null
            ? new(key, null, reason)
            : new(key, new ScrapedEvent(
                Uuid: NameBasedUuid.Create(NameBasedUuid.OfSource(context.Source.Name), key),
                EventType: type!,
                SourceId: found.SourceId,
                Title: found.Title!,
                Description: found.Description ?? found.Title!,
                Price: price!.Value,
                DatePreview: dates[0],
                DateList: dates,
                Place: place!,
                Genre: found.Genre ?? GenreOf(found) ?? context.Source.DefaultGenre ?? type!,
                Age: AgeOf(found),
                ImageUrl: found.Image ?? context.PageImage ?? context.Source.DefaultImage,
                Url: found.Url ?? context.PageUrl), null);
    }

    private static string? Refusal(ExtractedEvent found, string? type, string? place, long? price) => (found, type, place, price) switch
    {
        ({ Cancelled: true }, _, _, _) => DeadLetterReason.Cancelled,
        ({ Title: null }, _, _, _) => DeadLetterReason.TitleMissing,
        (_, null, _, _) => DeadLetterReason.TypeUnknown,
        (_, _, null, _) => DeadLetterReason.PlaceMissing,
        (_, _, _, null) => DeadLetterReason.PriceUnknown,
        _ => null,
    };

    private static string? TypeOf(ExtractedEvent found, MapContext context) =>
        found.Categories.Append(found.Genre).OfType<string>().Select(c => context.Source.Types.GetValueOrDefault(c)).FirstOrDefault(t => t is not null)
        ?? found.TypeHint ?? context.Source.DefaultType;

    private static string? PlaceOf(ExtractedEvent found, MapContext context) =>
        found.Place ?? found.Address ?? found.City ?? context.Source.DefaultPlace;

    // Slugs of a feed are its categories; the type names of schema.org say no more than the event type does.
    private static string? GenreOf(ExtractedEvent found) => found.Categories.FirstOrDefault(c => !c.EndsWith("Event", StringComparison.Ordinal));

    private static long? PriceOf(ExtractedEvent found, MapContext context) => found.Price.Min switch
    {
        >= 0 and < HighestPrice and { } known => (long)decimal.Floor(known),
        _ => context.Source.DefaultPrice,
    };

    private static string? AgeOf(ExtractedEvent found) =>
        int.TryParse(found.Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? $"{years}+" : found.Age;
}
