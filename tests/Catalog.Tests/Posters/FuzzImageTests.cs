using System.Diagnostics;
using Actors.Catalog.Posters.Pictures;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Broken pictures become a poster or a refusal in bounded time, and never crash the process.</summary>
public sealed class FuzzImageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    [SampleTheory("samples/corpora/fuzz-images")]
    [InlineData("bmp")]
    [InlineData("gif")]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Corpus_of_broken_pictures_never_crashes(string folder)
    {
        var (taken, refused, slowest) = (0, new Dictionary<ImageRefusal, int>(), TimeSpan.Zero);
        var names = Samples.Names("corpora/fuzz-images/" + folder).ToArray();
        foreach (var name in names)
        {
            var clock = Stopwatch.StartNew();
            var poster = Conversion.Of(Samples.Bytes($"corpora/fuzz-images/{folder}/{name}"));
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            if (poster.Refusal == ImageRefusal.None)
                taken++;
            else
                refused[poster.Refusal] = refused.GetValueOrDefault(poster.Refusal) + 1;
        }

        output.WriteLine($"{folder}: {names.Length} files, {taken} taken, {string.Join(", ", refused)}, slowest {slowest.TotalMilliseconds:0} ms");
        names.ShouldNotBeEmpty();
        slowest.ShouldBeLessThan(s_longest);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("bmp")]
    public void Random_damage_never_crashes(string extension)
    {
        var damage = new SeededDamage(SeededRandom.Create(output));
        var original = Fixture.Bytes(extension);
        for (var i = 0; i < 1500; i++)
            Enum.IsDefined(Conversion.Of(damage.Damage(original)).Refusal).ShouldBeTrue();
    }

    [Fact]
    public void Truncated_picture_is_refused_or_drawn()
    {
        foreach (var original in Fixture.Extensions.Select(Fixture.Bytes))
        {
            for (var length = 0; length < original.Length; length += 1 + (original.Length / 400))
                Enum.IsDefined(Conversion.Of(original[..length]).Refusal).ShouldBeTrue();
        }
    }
}
