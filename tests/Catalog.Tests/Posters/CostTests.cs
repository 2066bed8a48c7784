using System.Runtime.InteropServices;
using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Tests.Hostile;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The most expensive accepted pictures stay within the limits of one picture.</summary>
[Collection(Alone.Name)]
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Grey = 0, Rgb = PngBuilder.Rgb;
    private const long MostMemory = 256L << 20;

    /// <summary>CPU time, because the machine may be busy.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("as many pixels as allowed", 8000, 5000, Grey, 32)]
    [InlineData("as much memory as allowed", 6100, 4700, Rgb, 100_000)]
    public void Picture_at_the_limit_is_cheap(string name, int width, int height, int colourType, int noiseEvery)
    {
        var picture = PngBuilder.Noise(width, height, colourType, noiseEvery, SeededRandom.Create(output));
        Conversion.Accepted(Fixture.Bytes("jpg"));
        var memory = PeakMemory.Start();
        var before = Environment.CpuUsage.TotalTime;
        var poster = Conversion.Accepted(picture);
        var (took, peak) = (Environment.CpuUsage.TotalTime - before, memory.Bytes());
        output.WriteLine($"{name}: {picture.Length >> 10} KiB became {poster.WebP.Length >> 10} KiB in {took.TotalSeconds:0.0} s of a core with {peak >> 20} MiB");
        poster.Width.ShouldBe(PosterLimits.MaxWidth);
        took.ShouldBeLessThan(s_longest);
        peak.ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public void Largest_noisy_poster_is_encoded_in_time()
    {
        var picture = PngBuilder.Noise(1200, 2500, Rgb, 1, SeededRandom.Create(output));
        var before = Environment.CpuUsage.TotalTime;
        var poster = Conversion.Accepted(picture);
        var took = Environment.CpuUsage.TotalTime - before;
        output.WriteLine($"{poster.WebP.Length >> 10} KiB in {took.TotalSeconds:0.0} s of a core");
        ((long)poster.Width * poster.Height).ShouldBeInRange(PosterLimits.MaxPosterPixels - PosterLimits.MaxWidth, PosterLimits.MaxPosterPixels);
        took.ShouldBeLessThan(s_longest);
    }

    [Fact]
    public void Control_temporary_memory_is_measured()
    {
        var memory = PeakMemory.Start();
        var pixels = Marshal.AllocHGlobal((nint)MostMemory);
        for (nint at = 0; at < (nint)MostMemory; at += Environment.SystemPageSize)
            Marshal.WriteByte(pixels, (int)at, 1);
        Marshal.FreeHGlobal(pixels);
        memory.Bytes().ShouldBeGreaterThanOrEqualTo(MostMemory - (8L << 20));
    }
}
