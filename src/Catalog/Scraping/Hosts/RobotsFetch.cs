namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The result of fetching robots.txt.</summary>
/// <param name="File">The file; null if the host did not serve it.</param>
/// <param name="Failure">The outcome for a host that refused or failed; else null.</param>
internal sealed record RobotsFetch(RobotsFile? File, HostReport? Failure);
