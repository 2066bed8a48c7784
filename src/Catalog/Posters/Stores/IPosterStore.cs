using System.Collections.Immutable;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Where finished posters lie. Names are content hashes, so putting one twice changes nothing.
/// Outages are StoreUnavailableException.</summary>
internal interface IPosterStore
{
    /// <summary>Returns when the poster is durable and can be served.</summary>
    Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default);

    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deleting what is not there is no error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Removes what a put left behind that was interrupted before a moment.</summary>
    Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken = default);

    /// <summary>Where callers find a poster: an absolute path on this host, or an absolute address.</summary>
    string UrlOf(string name);
}
