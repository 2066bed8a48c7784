using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Actors.Catalog.Posters.Pictures;
using Actors.Outbound;

namespace Actors.Catalog.Posters;

/// <summary>Fetches a picture through the outbound guard, within the limits of posters.</summary>
internal sealed class PictureFetch(IOutbound outbound)
{
    /// <summary>Timeout of the whole fetch, including redirects and retries.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private static readonly OutboundPolicy s_policy = new(
        "poster", PosterLimits.MaxBytes, s_timeout, Accept: "image/webp,image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.5,*/*;q=0.1");

    /// <summary>Fetches a picture. A failure is a result, not an exception.</summary>
    public async Task<FetchedPicture> FetchAsync(Uri address, CancellationToken cancellationToken = default)
    {
        var answer = await outbound.GetAsync(address, s_policy, cancellationToken);
        return answer.Ok
            ? new FetchedPicture(Own(answer.Body), null, null)
            : new FetchedPicture([], Text(answer), "fetch_" + Label(answer.Failure));
    }

    /// <summary>Avoids a copy if the body is a whole array.</summary>
    private static ImmutableArray<byte> Own(ReadOnlyMemory<byte> body)
        => MemoryMarshal.TryGetArray(body, out var part) && part.Offset == 0 && part.Count == part.Array!.Length
            ? ImmutableCollectionsMarshal.AsImmutableArray(part.Array)
            : [.. body.Span];

    private static string Text(OutboundAnswer answer) => answer.Failure switch
    {
        OutboundFailure.TooLarge => ImageRefusalText.Of(ImageRefusal.TooManyBytes),
        OutboundFailure.BadStatus => $"image host answered {answer.Status}",
        _ => answer.Detail ?? Label(answer.Failure).Replace('_', ' '),
    };

    private static string Label(OutboundFailure failure) => failure switch
    {
        OutboundFailure.BadUrl => "bad_url",
        OutboundFailure.Forbidden => "forbidden",
        OutboundFailure.Unreachable => "unreachable",
        OutboundFailure.TimedOut => "timed_out",
        OutboundFailure.TooLarge => "too_large",
        OutboundFailure.TooManyRedirects => "too_many_redirects",
        OutboundFailure.BadStatus => "bad_status",
        OutboundFailure.CircuitOpen => "circuit_open",
        _ => "failed",
    };
}

/// <summary>The bytes of a picture, or the reason why there are none.</summary>
/// <param name="Bytes">The unchecked bytes as received.</param>
/// <param name="Failure">A short text for callers; null if there are bytes.</param>
/// <param name="Label">The failure as a metric label.</param>
internal readonly record struct FetchedPicture(ImmutableArray<byte> Bytes, string? Failure, string? Label);
