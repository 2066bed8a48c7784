using Actors.Catalog.Events.Ingest;


namespace Actors.Catalog.Scraping.Runs;

/// <summary>The sources, looked at on demand.</summary>
internal interface IScrapes
{
    /// <summary>
    /// Looks at every enabled source, joining runs under way, and answers what they brought; after a minute, what they brought so far.
    /// </summary>
    Task<IntakeCounts> RunAllAsync(CancellationToken cancellationToken = default);
}
