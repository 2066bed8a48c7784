namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The lines of a robots.txt that mean something here.</summary>
internal enum RobotsLineKind
{
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
}
