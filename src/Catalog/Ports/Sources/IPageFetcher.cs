namespace Actors.Catalog.Ports.Sources;

/// <summary>Fetches the pages of sources.</summary>
internal interface IPageFetcher
{
    /// <summary>The page's text, or why there is none. May wait long for the host's turn. Throws only when cancelled or a grain cannot be reached.</summary>
    Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellation);
}

/// <summary>A page that is wanted.</summary>
/// <param name="Url">Its address.</param>
/// <param name="AsksRobots">False for addresses that robots.txt does not govern because their own terms do.</param>
internal sealed record PageRequest(Uri Url, bool AsksRobots = true);

/// <summary>A fetched page, or a failure.</summary>
/// <param name="Url">Where the last redirect led.</param>
/// <param name="Text">The decoded body; null when there is a failure.</param>
/// <param name="Failure">A short sentence.</param>
internal sealed record FetchOutcome(Uri Url, string? Text, string? Failure)
{
    /// <summary>True when the site does not want the page to be fetched, and it was not.</summary>
    public bool Forbidden { get; init; }
}
