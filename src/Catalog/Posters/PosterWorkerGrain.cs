using Actors.Catalog.Posters.Pictures;
using Orleans.Concurrency;

namespace Actors.Catalog.Posters;

/// <summary>Limits the time and memory of picture conversions.</summary>
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
        // Uses a dedicated thread: a large picture takes half a second, and requests need the threads of the pool.
        var poster = await Task.Factory.StartNew(
            () => encoder.Encode(header, decodable.Span), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (poster.Refusal == ImageRefusal.None)
            metrics.Converted(timeProvider.GetElapsedTime(start));
        return poster;
    }
}
