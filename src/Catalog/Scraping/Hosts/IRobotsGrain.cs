using Actors.Grains.Calls;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The robots.txt of one site, fetched once for the whole cluster. Key: <c>scheme://host:port</c>.</summary>
[Alias("catalog.IRobotsGrain")]
internal interface IRobotsGrain : IGrainWithStringKey
{
    /// <summary>Whether an address of this site may be fetched. Fetches robots.txt if needed. The caller must hold a lease of the host.</summary>
    [Alias("Ask"), Repeatable(Repeat.Always)]
    Task<RobotsAnswer> Ask(Uri url);
}
