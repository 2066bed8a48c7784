namespace Actors.Catalog.Ports.Sources;

/// <summary>Fetches the pages of sources.</summary>
internal interface IPageFetcher
{
    /// <summary>The page's text, or why there is none. Throws only when cancelled.</summary>
    Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellation);
}

/// <summary>A fetched page, or a failure.</summary>
/// <param name="Url">Where the last redirect led.</param>
/// <param name="Text">The decoded body; null when there is a failure.</param>
/// <param name="Failure">A short sentence.</param>
internal sealed record FetchOutcome(Uri Url, string? Text, string? Failure);
