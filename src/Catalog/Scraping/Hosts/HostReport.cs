namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The outcome of a request to a host.</summary>
/// <param name="Outcome">The kind of outcome.</param>
/// <param name="Elapsed">The response time.</param>
/// <param name="RetryAfter">The pause requested by Retry-After.</param>
/// <param name="CrawlDelay">The Crawl-delay of robots.txt; null if there is none or it was not read.</param>
[GenerateSerializer, Immutable, Alias("catalog.HostReport")]
internal sealed record HostReport(
    [property: Id(0)] HostOutcome Outcome, [property: Id(1)] TimeSpan Elapsed, [property: Id(2)] TimeSpan? RetryAfter, [property: Id(3)] TimeSpan? CrawlDelay)
{
    /// <summary>No request was sent.</summary>
    public static readonly HostReport NotAsked = new(HostOutcome.NotAsked, TimeSpan.Zero, null, null);
}

/// <summary>The kind of outcome of a request. The numbers are part of the wire format.</summary>
internal enum HostOutcome
{
    /// <summary>No request was sent.</summary>
    NotAsked = 0,

    /// <summary>A response, including 404.</summary>
    Answered = 1,

    /// <summary>429 or 503: the host is overloaded.</summary>
    Refused = 2,

    /// <summary>Another 5xx, a timeout, or no connection.</summary>
    Failed = 3,
}
