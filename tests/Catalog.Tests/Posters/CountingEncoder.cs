using Actors.Catalog.Posters.Pictures;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Counts conversions, including concurrent ones.</summary>
internal sealed class CountingEncoder(IPosterEncoder encoder) : IPosterEncoder
{
    private int _conversions, _running, _most;

    public int Conversions => Volatile.Read(ref _conversions);

    /// <summary>The maximum number of concurrent conversions.</summary>
    public int Most => Volatile.Read(ref _most);

    public EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable)
    {
        Interlocked.Increment(ref _conversions);
        var running = Interlocked.Increment(ref _running);
        for (var most = Most; running > most; most = Most)
            Interlocked.CompareExchange(ref _most, running, most);
        try
        {
            return encoder.Encode(header, decodable);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
