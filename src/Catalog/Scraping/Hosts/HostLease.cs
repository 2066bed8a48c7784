namespace Actors.Catalog.Scraping.Hosts;

/// <summary>The answer of a host's grain to who wants to ask the host.</summary>
/// <param name="Id">The lease, to be returned; 0 when there is none now.</param>
/// <param name="Wait">How long to stay away before asking for one again.</param>
[GenerateSerializer, Immutable, Alias("catalog.HostLease")]
internal sealed record HostLease([property: Id(0)] long Id, [property: Id(1)] TimeSpan Wait)
{
    public bool IsGranted => Id != 0;
}
