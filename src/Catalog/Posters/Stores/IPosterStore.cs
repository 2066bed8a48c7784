using System.Collections.Immutable;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Stores finished posters. Names are content hashes, so a put is idempotent. Throws StoreUnavailableException during an outage.</summary>
internal interface IPosterStore
{
    /// <summary>Completes when the poster is durable and can be served.</summary>
    Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default);

    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deleting a missing poster is not an error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes the files of puts that were interrupted before a moment.</summary>
    Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken = default);

    /// <summary>The URL of a poster: an absolute path on this host, or an absolute address.</summary>
    string UrlOf(string name);
}
