using System.Collections.Frozen;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>The schema.org types of events that people attend, with the event type where it is certain.</summary>
internal static class SchemaTypes
{
    // PublicationEvent, DeliveryEvent and UserInteraction are not events that people attend.
    private static readonly FrozenDictionary<string, string?> s_kinds = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["Event"] = null,
        ["BusinessEvent"] = null,
        ["ChildrensEvent"] = null,
        ["ComedyEvent"] = "stand_up",
        ["ConferenceEvent"] = null,
        ["CourseInstance"] = "master_class",
        ["DanceEvent"] = "show",
        ["EducationEvent"] = "master_class",
        ["EventSeries"] = null,
        ["ExhibitionEvent"] = "exhibition",
        ["Festival"] = null,
        ["FoodEvent"] = null,
        ["Hackathon"] = null,
        ["LiteraryEvent"] = null,
        ["MusicEvent"] = "concert",
        ["PerformingArtsEvent"] = "show",
        ["SaleEvent"] = null,
        ["ScreeningEvent"] = "cinema",
        ["SocialEvent"] = null,
        ["SportsEvent"] = "sport",
        ["TheaterEvent"] = "theater",
        ["VisualArtsEvent"] = "exhibition",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsEvent(SchemaThing thing) => thing.Types.Exists(s_kinds.ContainsKey);

    public static string? HintOf(SchemaThing thing) =>
        thing.Types.Select(t => s_kinds.GetValueOrDefault(t)).FirstOrDefault(hint => hint is not null);
}
