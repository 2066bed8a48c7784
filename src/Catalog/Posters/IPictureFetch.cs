using System.Collections.Immutable;

namespace Actors.Catalog.Posters;

/// <summary>Brings the bytes of a picture from elsewhere, within the limits of posters.</summary>
internal interface IPictureFetch
{
    /// <summary>Failures are answers.</summary>
    Task<FetchedPicture> FetchAsync(Uri address, CancellationToken cancellationToken = default);
}

/// <summary>Bytes, or why there are none.</summary>
/// <param name="Bytes">As sent; what they are is not known yet.</param>
/// <param name="Failure">A short text for callers, null when there are bytes.</param>
/// <param name="Label">The failure as a metric label.</param>
internal readonly record struct FetchedPicture(ImmutableArray<byte> Bytes, string? Failure, string? Label);
