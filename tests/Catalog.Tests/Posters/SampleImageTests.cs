using System.Text.Json;
using Actors.Catalog.Posters.Pictures;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Every sample gives the result in EXPECTED.json.</summary>
public sealed class SampleImageTests
{
    public static TheoryData<string> Names => [.. Samples.Names("images").Where(n => n is not ("EXPECTED.json" or "INDEX.md"))];

    [SampleTheory("samples/images")]
    [MemberData(nameof(Names))]
    public void A_sample_behaves_as_expected(string name)
    {
        var expected = Expected(name);
        var poster = Conversion.Of(Samples.Bytes("images/" + name));
        if (expected.GetProperty("must").GetString() != "accept")
        {
            poster.Refusal.ShouldNotBe(ImageRefusal.None);
            return;
        }

        poster.Refusal.ShouldBe(ImageRefusal.None);
        Drawn.Chunks(poster.WebP.AsSpan()).ShouldBeSubsetOf(["VP8X", "ALPH", "VP8 "]);
        var drawn = new Drawn(poster);
        (drawn.Width, drawn.Height).ShouldBe((expected.GetProperty("upright_width").GetInt32(), expected.GetProperty("upright_height").GetInt32()));
        ShouldShow(drawn.Quadrants(), expected.GetProperty("mean_rgb_quadrants_on_white"), expected.GetProperty("colour_tolerance").GetInt32());
    }

    [SampleFact("samples/images")]
    public void Every_sample_is_expected() => Names.Count.ShouldBe(Document().GetProperty("files").GetArrayLength());

    private static void ShouldShow((double R, double G, double B)[] shown, JsonElement expected, int tolerance)
    {
        string[] corners = ["tl", "tr", "bl", "br"];
        foreach (var (corner, (r, g, b)) in corners.Zip(shown))
        {
            var rgb = expected.GetProperty(corner).EnumerateArray().Select(v => v.GetDouble()).ToArray();
            var worst = new[] { r - rgb[0], g - rgb[1], b - rgb[2] }.Max(Math.Abs);
            worst.ShouldBeLessThanOrEqualTo(tolerance, $"{corner}: {r:0} {g:0} {b:0} instead of {string.Join(' ', rgb)}");
        }
    }

    private static JsonElement Expected(string name)
        => Document().GetProperty("files").EnumerateArray().Single(f => f.GetProperty("file").GetString() == name);

    private static JsonElement Document() => JsonDocument.Parse(Samples.Text("images/EXPECTED.json")).RootElement;
}
