using System.Collections.Frozen;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>schema.org's kinds of events that people go to, and which documented type each one is when that is certain.</summary>
internal static class SchemaTypes
{
    // PublicationEvent, DeliveryEvent and UserInteraction are events in the vocabulary only: nobody attends them.
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
