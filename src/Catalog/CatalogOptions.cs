using Actors.Core.Configuration;
using Actors.Web.Identity;

namespace Actors.Catalog;

/// <summary>Settings of the module, by the names they have in the environment.</summary>
internal sealed record CatalogOptions
{
    private const int DefaultBatchSize = 100;
    private const int LargestBatch = 10_000;
    private const int DefaultScrapeInterval = 3600;
    private const int ShortestScrapeInterval = 5;
    private const int DefaultCacheTtl = 1800;

    /// <summary>Events a batch of the scraper holds (<c>BATCH_SIZE</c>).</summary>
    public int BatchSize { get; init; } = DefaultBatchSize;

    /// <summary>Pause between two runs of a source (<c>SCRAPE_INTERVAL_SECONDS</c>), at least five seconds.</summary>
    public TimeSpan ScrapeInterval { get; init; } = TimeSpan.FromSeconds(DefaultScrapeInterval);

    /// <summary>Longest time a list is kept without being read again (<c>CATALOG_CACHE_TTL</c>).</summary>
    public TimeSpan CacheTtl { get; init; } = TimeSpan.FromSeconds(DefaultCacheTtl);

    /// <summary>Zone of dates without offset (<c>DEFAULT_TIMEZONE</c>).</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What callers of the upload routes must send as Bearer (<c>INGEST_TOKEN</c>); null: they are open.</summary>
    public string? IngestToken { get; init; }

    /// <summary>The settings; what is wrong with them goes to the settings' problems.</summary>
    public static CatalogOptions Read(Settings settings, bool production)
    {
        var token = settings.Text("INGEST_TOKEN");
        if (token is null && production) settings.Problems.Add("INGEST_TOKEN", "is required in Production: without it anybody could add events.");
        if (token is not null && !BearerToken.IsToken(token)) settings.Problems.Add("INGEST_TOKEN", "must be visible ASCII without spaces, at most 2048 characters.");
        return new CatalogOptions
        {
            BatchSize = settings.Integer("BATCH_SIZE", DefaultBatchSize, 1, LargestBatch),
            ScrapeInterval = settings.Seconds("SCRAPE_INTERVAL_SECONDS", DefaultScrapeInterval, ShortestScrapeInterval),
            CacheTtl = settings.Seconds("CATALOG_CACHE_TTL", DefaultCacheTtl),
            Zone = settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow"),
            IngestToken = token,
        };
    }
}
