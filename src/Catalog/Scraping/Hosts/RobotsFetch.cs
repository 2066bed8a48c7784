namespace Actors.Catalog.Scraping.Hosts;

/// <summary>A fetched robots.txt.</summary>
/// <param name="File">What it says; null when it cannot be known because of the host.</param>
/// <param name="Failure">What the fetch tells about a host that refused or failed; else null.</param>
internal sealed record RobotsFetch(RobotsFile? File, HostReport? Failure);
