namespace Actors.Catalog.Scraping.Hosts;

/// <summary>What a site's robots.txt says about an address.</summary>
/// <param name="Verdict">Whether it may be fetched.</param>
/// <param name="CrawlDelay">The pause that the site asks for.</param>
/// <param name="Fetch">What the fetch of robots.txt told about the host, when this question caused one and the host refused or failed; else null.</param>
[GenerateSerializer, Immutable, Alias("catalog.RobotsAnswer")]
internal sealed record RobotsAnswer([property: Id(0)] RobotsVerdict Verdict, [property: Id(1)] TimeSpan? CrawlDelay, [property: Id(2)] HostReport? Fetch);

/// <summary>Whether an address may be fetched. The numbers cross the wire.</summary>
internal enum RobotsVerdict
{
    Allowed = 0,

    Forbidden = 1,

    /// <summary>robots.txt cannot be had because of the host: until it can, nothing may be fetched.</summary>
    Unknown = 2,
}
