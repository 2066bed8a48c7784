using Actors.Catalog.Rules.Posters;
using Actors.Catalog.Tests.Hostile;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Posters.Gd;

/// <summary>The largest pictures that are let through in the forms that take most memory for a pixel cost no more than one picture may.</summary>
[Collection(Alone.Name)]
public sealed class CostlyFormTests(ITestOutputHelper output)
{
    private const int NoiseEvery = 32;
    private const long MostMemory = 256L << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_progressive_jpeg_at_the_limit_stays_in_time_and_memory() => Check("progressive JPEG", 6600, 5000, Remade.ProgressiveJpeg);

    [Fact]
    public void A_lossless_webp_at_the_limit_stays_in_time_and_memory() => Check("lossless WebP", 4800, 4000, Remade.LosslessWebP);

    private void Check(string name, int width, int height, Func<byte[], byte[]> remake)
    {
        var picture = remake(PngBuilder.Noise(width, height, PngBuilder.Rgb, NoiseEvery, SeededRandom.Create(output)));
        var check = ImageSniffer.Check(picture);
        check.Refusal.ShouldBe(ImageRefusal.None, $"{picture.Length} bytes");
        Conversion.Accepted(Fixture.Bytes("jpg"));
        var memory = PeakMemory.Start();
        var before = Environment.CpuUsage.TotalTime;
        var poster = Conversion.Accepted(picture);
        var (took, peak) = (Environment.CpuUsage.TotalTime - before, memory.Bytes());
        output.WriteLine($"{name}, {picture.Length >> 10} KiB, reckoned {check.Header!.DecodeBytes >> 20} MiB: {took.TotalSeconds:0.0} s of a core with {peak >> 20} MiB");
        check.Header!.DecodeBytes.ShouldBeInRange(PosterLimits.MaxDecodeBytes * 9 / 10, PosterLimits.MaxDecodeBytes);
        poster.Width.ShouldBe(PosterLimits.MaxWidth);
        took.ShouldBeLessThan(Longest);
        peak.ShouldBeLessThan(MostMemory);
    }
}
