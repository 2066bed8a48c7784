namespace Actors.Catalog.Scraping.Hosts;

/// <summary>What came of a request to a host.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long the answer took.</param>
/// <param name="RetryAfter">When the host asked to be asked again.</param>
/// <param name="CrawlDelay">What its robots.txt asks for; null: nothing, or nobody looked.</param>
[GenerateSerializer, Immutable, Alias("catalog.HostReport")]
internal sealed record HostReport(
    [property: Id(0)] HostOutcome Outcome, [property: Id(1)] TimeSpan Elapsed, [property: Id(2)] TimeSpan? RetryAfter, [property: Id(3)] TimeSpan? CrawlDelay)
{
    /// <summary>The host was not asked after all.</summary>
    public static readonly HostReport NotAsked = new(HostOutcome.NotAsked, TimeSpan.Zero, null, null);
}

/// <summary>How a request ended, as far as the pace goes. The numbers cross the wire.</summary>
internal enum HostOutcome
{
    /// <summary>The host was not asked after all.</summary>
    NotAsked = 0,

    /// <summary>It answered, also with a 404.</summary>
    Answered = 1,

    /// <summary>429 or 503: too much for it.</summary>
    Refused = 2,

    /// <summary>Another 5xx, no answer in time, or no connection.</summary>
    Failed = 3,
}
