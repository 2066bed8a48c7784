using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Asks the machine's resolver.</summary>
internal sealed class DnsResolver : IResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}
