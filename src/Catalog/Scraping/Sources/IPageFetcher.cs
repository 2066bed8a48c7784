namespace Actors.Catalog.Scraping.Sources;

/// <summary>Fetches the pages of sources.</summary>
internal interface IPageFetcher
{
    /// <summary>The page's text, or why there is none. May wait long for the host's turn. Throws only when cancelled or a grain cannot be reached.</summary>
    Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken);
}

/// <summary>A page that is wanted.</summary>
/// <param name="Url">Its address.</param>
/// <param name="AsksRobots">False for addresses that robots.txt does not govern because their own terms do.</param>
/// <param name="Known">What is known of the page already; null: it is wanted in any case.</param>
internal sealed record PageRequest(Uri Url, bool AsksRobots = true, PageValidators? Known = null);

/// <summary>A fetched page, or a failure.</summary>
/// <param name="Url">Where the last redirect led.</param>
/// <param name="Text">The decoded body; null when there is a failure.</param>
/// <param name="Failure">A short sentence.</param>
internal sealed record FetchOutcome(Uri Url, string? Text, string? Failure)
{
    /// <summary>True when the site does not want the page to be fetched, and it was not.</summary>
    public bool Forbidden { get; init; }

    /// <summary>True when the page is still as it is known; then there is neither a text nor a failure.</summary>
    public bool NotModified { get; init; }

    /// <summary>By what it can be asked for again.</summary>
    public PageValidators? Validators { get; init; }
}
