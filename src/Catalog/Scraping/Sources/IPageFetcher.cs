namespace Actors.Catalog.Scraping.Sources;

/// <summary>Fetches the pages of sources.</summary>
internal interface IPageFetcher
{
    /// <summary>
    /// Fetches a page; the result is its text or a failure. May wait long for the host's throttle. Throws only if cancelled or if a grain cannot be
    /// reached.
    /// </summary>
    Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken);
}

/// <summary>A request for a page.</summary>
/// <param name="Url">The address of the page.</param>
/// <param name="AsksRobots">False for an API that has its own terms instead of robots.txt.</param>
/// <param name="Known">The validators of the cached page; null if none is cached.</param>
internal sealed record PageRequest(Uri Url, bool AsksRobots = true, PageValidators? Known = null);

/// <summary>A fetched page, or a failure.</summary>
/// <param name="Url">The address after redirects.</param>
/// <param name="Text">The decoded body; null after a failure.</param>
/// <param name="Failure">A short sentence.</param>
internal sealed record FetchOutcome(Uri Url, string? Text, string? Failure)
{
    /// <summary>Whether robots.txt forbids the page, so that it was not fetched.</summary>
    public bool Forbidden { get; init; }

    /// <summary>Whether the cached page is still current; then there is neither text nor failure.</summary>
    public bool NotModified { get; init; }

    /// <summary>The validators for a later conditional request.</summary>
    public PageValidators? Validators { get; init; }
}
