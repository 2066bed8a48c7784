namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The verdict of a site's robots.txt on an address.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="CrawlDelay">The pause between requests that the site asks for.</param>
/// <param name="Fetch">The outcome for the host if this call fetched robots.txt and the host refused or failed; else null.</param>
[GenerateSerializer, Immutable, Alias("catalog.RobotsAnswer")]
internal sealed record RobotsAnswer([property: Id(0)] RobotsVerdict Verdict, [property: Id(1)] TimeSpan? CrawlDelay, [property: Id(2)] HostReport? Fetch);

/// <summary>Whether an address may be fetched. The numbers are part of the wire format.</summary>
internal enum RobotsVerdict
{
    Allowed = 0,

    Forbidden = 1,

    /// <summary>The host did not serve robots.txt. Nothing may be fetched until it does.</summary>
    Unknown = 2,
}
