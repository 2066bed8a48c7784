using Actors.Catalog.Posters.Pictures;
using Orleans.Concurrency;

namespace Actors.Catalog.Posters;

/// <summary>The place where pictures cost time and memory; both are bounded here.</summary>
[StatelessWorker]
internal sealed class PosterWorkerGrain(IPosterEncoder encoder, LargePictures large, PosterMetrics metrics, TimeProvider timeProvider)
    : Grain, IPosterWorkerGrain
{
    public async Task<EncodedPoster> Convert(PictureBytes picture)
    {
        var check = ImageSniffer.Check(picture.Bytes.AsMemory());
        var poster = check.Header is { } header ? await Encode(header, check.Decodable) : EncodedPoster.Refused(check.Refusal);
        if (poster.Refusal != ImageRefusal.None)
            metrics.Refused(ImageRefusalText.Label(poster.Refusal));
        return poster;
    }

    private async Task<EncodedPoster> Encode(ImageHeader header, ReadOnlyMemory<byte> decodable)
    {
        using var turn = await large.Enter(header.DecodeBytes);
        var start = timeProvider.GetTimestamp();
        // On a thread of its own: a large picture takes half a second, and requests need the pool's workers meanwhile.
        var poster = await Task.Factory.StartNew(
            () => encoder.Encode(header, decodable.Span), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (poster.Refusal == ImageRefusal.None)
            metrics.Converted(timeProvider.GetElapsedTime(start));
        return poster;
    }
}
