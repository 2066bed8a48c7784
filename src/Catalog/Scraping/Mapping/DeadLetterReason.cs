namespace Actors.Catalog.Scraping.Mapping;

/// <summary>Why an item of a source did not become an event. The values are stored and shown.</summary>
internal static class DeadLetterReason
{
    public const string TitleMissing = "title_missing";
    public const string TypeUnknown = "type_unknown";
    public const string PriceUnknown = "price_unknown";
    public const string PlaceMissing = "place_missing";

    /// <summary>No date at all.</summary>
    public const string DateMissing = "date_missing";

    /// <summary>All dates are in the past or too far ahead.</summary>
    public const string DatePast = "date_past";

    public const string Cancelled = "cancelled";

    /// <summary>The page could not be fetched.</summary>
    public const string PageUnreachable = "page_unreachable";

    /// <summary>The site's robots.txt forbids the page; it was not fetched.</summary>
    public const string RobotsForbidden = "robots_forbidden";

    /// <summary>Part of the page could not be parsed.</summary>
    public const string PageUnreadable = "page_unreadable";

    /// <summary>The program crashed on every attempt to read the page.</summary>
    public const string PageAbandoned = "page_abandoned";

    /// <summary>The catalogue refused the event, for example because its picture could not be fetched.</summary>
    public const string IntakeFailed = "intake_failed";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        TitleMissing, TypeUnknown, PriceUnknown, PlaceMissing, DateMissing, DatePast, Cancelled,
        PageUnreachable, RobotsForbidden, PageUnreadable, PageAbandoned, IntakeFailed,
    };
}
