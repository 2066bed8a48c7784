using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>What mapping needs besides the event.</summary>
/// <param name="Source">Whose defaults fill the gaps.</param>
/// <param name="PageUrl">The page it was found on.</param>
/// <param name="PageImage">That page's og:image.</param>
/// <param name="DefaultZone">DEFAULT_TIMEZONE.</param>
/// <param name="Now">What counts as future.</param>
internal sealed record MapContext(SourceSettings Source, string PageUrl, string? PageImage, TimeZoneInfo DefaultZone, DateTimeOffset Now)
{
    /// <summary>The zone of times without an offset.</summary>
    public TimeZoneInfo Zone => Source.Zone ?? DefaultZone;
}
