using Actors.Grains.Calls;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The budget of one host for the whole cluster. Key: <c>host:port</c>. No call waits: who gets no lease comes back later.</summary>
[Alias("catalog.IHostGrain")]
internal interface IHostGrain : IGrainWithStringKey
{
    /// <summary>A lease for one request, or how long to wait.</summary>
    [Alias("Ask"), Repeatable(Repeat.Always)]
    Task<HostLease> Ask();

    /// <summary>Gives a lease back and tells what came of the request. A lease that is never given back expires.</summary>
    [Alias("Return"), Repeatable(Repeat.Always)]
    Task Return(long lease, HostReport report);
}
