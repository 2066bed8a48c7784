using Actors.Catalog.Scraping.Hosts;


namespace Actors.Catalog.Scraping.Sources;

/// <summary>Fetches robots.txt.</summary>
internal interface IRobotsFetcher
{
    /// <summary>The file, an empty one where the site has none. Ends well within the time limit of a grain call; throws only when cancelled.</summary>
    Task<RobotsFetch> FetchAsync(Uri url, CancellationToken cancellationToken);
}

/// <summary>A fetched robots.txt.</summary>
/// <param name="File">What it says; null when it cannot be known because of the host.</param>
/// <param name="Failure">What the fetch tells about a host that refused or failed; else null.</param>
internal sealed record RobotsFetch(RobotsFile? File, HostReport? Failure);
