namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The known kinds of lines in a robots.txt.</summary>
internal enum RobotsLineKind
{
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
}
