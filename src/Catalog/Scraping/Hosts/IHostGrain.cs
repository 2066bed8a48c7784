using Actors.Grains.Calls;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// The request budget of one host for the whole cluster. Key: <c>host:port</c>. Calls never wait: a caller without a lease asks again later.
/// </summary>
[Alias("catalog.IHostGrain")]
internal interface IHostGrain : IGrainWithStringKey
{
    /// <summary>Returns a lease for one request, or the time to wait.</summary>
    [Alias("Ask"), Repeatable(Repeat.Always)]
    Task<HostLease> Ask();

    /// <summary>Returns a lease with the outcome of the request. A lease that is never returned expires.</summary>
    [Alias("Return"), Repeatable(Repeat.Always)]
    Task Return(long lease, HostReport report);
}
