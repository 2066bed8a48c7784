using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Tests.Hostile;
using Actors.TestKit;
using SkiaSharp;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The largest accepted pictures in the formats with most memory per pixel stay within the limits of one picture.</summary>
[Collection(Alone.Name)]
public sealed class CostlyFormTests(ITestOutputHelper output)
{
    private const int NoiseEvery = 32;
    private const long MostMemory = 256L << 20;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_progressive_jpeg_at_the_limit_stays_in_time_and_memory()
        => Check("progressive JPEG", JpegBuilder.ProgressiveNoise(5400, 4300, SeededRandom.Create(output)));

    [Fact]
    public void A_lossless_webp_at_the_limit_stays_in_time_and_memory() => Check("lossless WebP", LosslessWebP(4800, 4000));

    [Theory]
    [InlineData("matrix")]
    [InlineData("table")]
    public void A_png_at_the_limit_with_a_profile_stays_in_time_and_memory(string kind)
    {
        var profile = kind == "table" ? IccBuilder.RgbTable() : IccBuilder.Of(SKColorSpace.CreateRgb(SKColorSpaceTransferFn.TwoDotTwo, SKColorSpaceXyz.AdobeRgb));
        var png = PngBuilder.Noise(6100, 4700, PngBuilder.Rgb, NoiseEvery * 1000, SeededRandom.Create(output), ("iCCP", [(byte)'x', 0, 0, .. PngBuilder.Deflate(profile)]));
        Check($"PNG with a profile ({kind})", png);
    }

    private byte[] LosslessWebP(int width, int height)
    {
        using var bitmap = SKBitmap.Decode(PngBuilder.Noise(width, height, PngBuilder.Rgb, NoiseEvery, SeededRandom.Create(output)));
        using var pixels = bitmap.PeekPixels();
        using var webp = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0));
        return webp.ShouldNotBeNull().ToArray();
    }

    private void Check(string name, byte[] picture)
    {
        var check = ImageSniffer.Check(picture);
        check.Refusal.ShouldBe(ImageRefusal.None, $"{picture.Length} bytes");
        Conversion.Accepted(Fixture.Bytes("jpg"));
        var memory = PeakMemory.Start();
        var before = Environment.CpuUsage.TotalTime;
        var poster = Conversion.Accepted(picture);
        var (took, peak) = (Environment.CpuUsage.TotalTime - before, memory.Bytes());
        output.WriteLine($"{name}, {picture.Length >> 10} KiB, reckoned {check.Header!.DecodeBytes >> 20} MiB: {took.TotalSeconds:0.0} s of a core with {peak >> 20} MiB");
        check.Header!.DecodeBytes.ShouldBeInRange(PosterLimits.MaxDecodeBytes * 8 / 10, PosterLimits.MaxDecodeBytes);
        poster.Width.ShouldBe(PosterLimits.MaxWidth);
        took.ShouldBeLessThan(s_longest);
        peak.ShouldBeLessThan(MostMemory);
    }
}
