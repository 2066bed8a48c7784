using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Resolves host names.</summary>
public interface IResolver
{
    /// <summary>All addresses of a name; throws <see cref="System.Net.Sockets.SocketException"/> when there are none.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}
