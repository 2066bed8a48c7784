namespace Actors.Catalog.Scraping.Hosts;

/// <summary>A lease for one request to a host, or the time to wait.</summary>
/// <param name="Id">The lease to return after the request; 0 if none is available now.</param>
/// <param name="Wait">The time to wait before the next call.</param>
[GenerateSerializer, Immutable, Alias("catalog.HostLease")]
internal sealed record HostLease([property: Id(0)] long Id, [property: Id(1)] TimeSpan Wait)
{
    public bool IsGranted => Id != 0;
}
