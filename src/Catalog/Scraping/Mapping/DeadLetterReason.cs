namespace Actors.Catalog.Scraping.Mapping;

/// <summary>Why something a source offered did not become an event. The names are stored and shown, and are a closed set.</summary>
internal static class DeadLetterReason
{
    public const string TitleMissing = "title_missing";
    public const string TypeUnknown = "type_unknown";
    public const string PriceUnknown = "price_unknown";
    public const string PlaceMissing = "place_missing";

    /// <summary>No date at all.</summary>
    public const string DateMissing = "date_missing";

    /// <summary>Dates, but none in the time ahead that is kept.</summary>
    public const string DatePast = "date_past";

    public const string Cancelled = "cancelled";

    /// <summary>The page could not be fetched.</summary>
    public const string PageUnreachable = "page_unreachable";

    /// <summary>The site's robots.txt forbids the page; it was not fetched.</summary>
    public const string RobotsForbidden = "robots_forbidden";

    /// <summary>The page holds a block that cannot be read.</summary>
    public const string PageUnreadable = "page_unreadable";

    /// <summary>The page was being worked on each time the program died.</summary>
    public const string PageAbandoned = "page_abandoned";

    /// <summary>The catalogue did not take the event, for example because its picture could not be loaded.</summary>
    public const string IntakeFailed = "intake_failed";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        TitleMissing, TypeUnknown, PriceUnknown, PlaceMissing, DateMissing, DatePast, Cancelled,
        PageUnreachable, RobotsForbidden, PageUnreadable, PageAbandoned, IntakeFailed,
    };
}
