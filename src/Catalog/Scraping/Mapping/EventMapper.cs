using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>Maps an extracted event to the catalogue's input. Required fields are never invented; a missing one is a reason.</summary>
internal static class EventMapper
{
    private const decimal HighestPrice = 1_000_000_000_000;

    /// <summary>Maps all events of a page; sessions of one event (same key) are merged.</summary>
    public static IEnumerable<MapOutcome> MapPage(ImmutableArray<ExtractedEvent> events, MapContext context) =>
        ItemKeys.Group(events, context.PageUrl).Select(group => Map(group.Key, ItemKeys.Merge(group.Events), context));

    public static MapOutcome Map(string key, ExtractedEvent found, MapContext context)
    {
        var dates = FutureDates.Of(found, context);
        var (type, place, price) = (TypeOf(found, context), PlaceOf(found, context), PriceOf(found, context));
        var reason = Refusals(found, context).FirstOrDefault(r => r is not null) ?? FutureDates.Refusal(found, dates);
        return reason is not null
            ? new(key, null, reason)
            : new(key, new EventInput(
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

    /// <summary>All reasons against the event; <see cref="Map"/> returns the first.</summary>
    public static ImmutableArray<string> Reasons(ExtractedEvent found, MapContext context) =>
        [.. Refusals(found, context).Append(FutureDates.Refusal(found, FutureDates.Of(found, context))).OfType<string>()];

    private static IEnumerable<string?> Refusals(ExtractedEvent found, MapContext context)
    {
        yield return found.Cancelled ? DeadLetterReason.Cancelled : null;
        yield return found.Title is null ? DeadLetterReason.TitleMissing : null;
        yield return TypeOf(found, context) is null ? DeadLetterReason.TypeUnknown : null;
        yield return PlaceOf(found, context) is null ? DeadLetterReason.PlaceMissing : null;
        yield return PriceOf(found, context) is null ? DeadLetterReason.PriceUnknown : null;
    }

    private static string? TypeOf(ExtractedEvent found, MapContext context) =>
        found.Categories.Append(found.Genre).OfType<string>().Select(c => context.Source.Types.GetValueOrDefault(c)).FirstOrDefault(t => t is not null)
        ?? found.TypeHint ?? context.Source.DefaultType;

    private static string? PlaceOf(ExtractedEvent found, MapContext context) =>
        found.Place ?? found.Address ?? found.City ?? context.Source.DefaultPlace;

    // Category slugs of a feed name a genre; schema.org type names only repeat the event type.
    private static string? GenreOf(ExtractedEvent found) => found.Categories.FirstOrDefault(c => !c.EndsWith("Event", StringComparison.Ordinal));

    private static long? PriceOf(ExtractedEvent found, MapContext context) => found.Price.Min switch
    {
        >= 0 and < HighestPrice and { } known => (long)decimal.Floor(known),
        _ => context.Source.DefaultPrice,
    };

    private static string? AgeOf(ExtractedEvent found) =>
        int.TryParse(found.Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? $"{years}+" : found.Age;
}
