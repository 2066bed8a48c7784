using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Resolves names with the operating system.</summary>
internal sealed class DnsResolver : IResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}
