using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>The context of a mapping.</summary>
/// <param name="Source">The source; its defaults fill the gaps.</param>
/// <param name="PageUrl">The page of the event.</param>
/// <param name="PageImage">The og:image of the page.</param>
/// <param name="DefaultZone">The value of DEFAULT_TIMEZONE.</param>
/// <param name="Now">The current time; later dates are in the future.</param>
internal sealed record MapContext(SourceSettings Source, string PageUrl, string? PageImage, TimeZoneInfo DefaultZone, DateTimeOffset Now)
{
    /// <summary>The zone of times without an offset.</summary>
    public TimeZoneInfo Zone => Source.Zone ?? DefaultZone;
}
