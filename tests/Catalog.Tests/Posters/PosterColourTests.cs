using Actors.TestKit;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>A poster is sRGB without a profile, whatever the profile of the picture. Expected colours are computed here.</summary>
public sealed class PosterColourTests
{
    /// <summary>Tolerance of 255: lossy WebP rounds plain colours.</summary>
    private const double Tolerance = 4;

    /// <summary>Tolerance of the report: 8-bit AdobeRGB pixels represent sRGB colours only approximately.</summary>
    private const double ReportTolerance = 8;

    private static readonly (byte R, byte G, byte B) s_stored = (101, 169, 71);

    private static readonly Dictionary<string, (SKColorSpaceTransferFn Curve, SKColorSpaceXyz Primaries, Func<double, double> Linear)> s_spaces = new()
    {
        ["AdobeRGB"] = (SKColorSpaceTransferFn.TwoDotTwo, SKColorSpaceXyz.AdobeRgb, v => Math.Pow(v, 2.2)),
        ["Display P3"] = (SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3, v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)),
        ["linear"] = (SKColorSpaceTransferFn.Linear, SKColorSpaceXyz.Srgb, v => v),
    };

    public static TheoryData<string, SKEncodedImageFormat> Profiles
    {
        get
        {
            var data = new TheoryData<string, SKEncodedImageFormat>();
            foreach (var space in s_spaces.Keys)
            {
                data.Add(space, SKEncodedImageFormat.Jpeg);
                data.Add(space, SKEncodedImageFormat.Png);
                data.Add(space, SKEncodedImageFormat.Webp);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Profile_is_applied_and_dropped(string name, SKEncodedImageFormat format)
        => ShouldShow(ProfiledPicture.Encode(format, s_stored, Space(name)), Expected(name));

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Control_each_profile_changes_the_colour(string name, SKEncodedImageFormat format)
    {
        ShouldShow(ProfiledPicture.Encode(format, s_stored, null), (s_stored.R, s_stored.G, s_stored.B));
        Distance(Expected(name), (s_stored.R, s_stored.G, s_stored.B)).ShouldBeGreaterThan(4 * Tolerance);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Profile_keeps_alpha(SKEncodedImageFormat format)
    {
        var poster = Conversion.Accepted(ProfiledPicture.Encode(format, s_stored, Space("AdobeRGB"), alpha: 128));
        var drawn = new Drawn(poster);
        drawn.Alpha(20, 20).ShouldBe(128);
        var (r, g, b) = Expected("AdobeRGB");
        Distance(drawn.OnWhite(20, 20), ((r + 255) / 2, (g + 255) / 2, (b + 255) / 2)).ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Profile_applies_to_the_first_frame()
    {
        var frame = ProfiledPicture.Encode(SKEncodedImageFormat.Webp, s_stored, null);
        var animation = WebPBuilder.Animation(frame, Fixture.Width, Fixture.Height, 3, profile: IccBuilder.Of(Space("AdobeRGB")));
        ShouldShow(animation, Expected("AdobeRGB"));
    }

    [Fact]
    public void A_grey_profile_is_applied()
    {
        var grey = ProfiledPicture.GreyJpeg(100);
        ShouldShow(grey, (100, 100, 100));
        var expected = 255 * SrgbCurve(Math.Pow(100 / 255.0, 1.0));
        ShouldShow(ProfiledPicture.WithProfile(grey, IccBuilder.Grey(1.0)), (expected, expected, expected));
    }

    [Fact]
    public void A_cmyk_profile_is_applied()
    {
        // Cyan ink alone is orange in this profile; all else is black.
        var profile = IccBuilder.Cmyk(ink => ink is (true, false, false, false) ? ((byte)170, (byte)150, (byte)170) : ((byte)0, (byte)128, (byte)128));
        var cyan = JpegBuilder.Cmyk(Fixture.Width, Fixture.Height, 0, 255, 255, 255);
        ShouldShow(cyan, (0, 255, 255));
        ShouldShow(ProfiledPicture.WithProfile(cyan, profile), FromLab(170 * 100 / 255.0, 150 - 128, 170 - 128));
    }

    [Fact]
    public void Invalid_profile_is_ignored()
        => ShouldShow(ProfiledPicture.WithProfile(ProfiledPicture.Encode(SKEncodedImageFormat.Jpeg, s_stored, null), [1, 2, 3]), (s_stored.R, s_stored.G, s_stored.B));

    [SampleTheory("samples/reports/14-adobe-rgb.jpg")]
    [InlineData("14-adobe-rgb.jpg")]
    [InlineData("14c-srgb-control.jpg")]
    public void Reported_picture_has_correct_colours(string name)
    {
        (double, double, double)[] patches = [(200, 40, 40), (40, 170, 60), (40, 60, 200), (230, 180, 40), (128, 128, 128), (20, 160, 160)];
        var drawn = new Drawn(Conversion.Accepted(Samples.Bytes("reports/" + name)));
        foreach (var (i, patch) in patches.Index())
            Distance(drawn.OnWhite(60 + (i % 3 * 120), 60 + (i / 3 * 120)), patch).ShouldBeLessThan(ReportTolerance, $"patch {i}");
    }

    private static void ShouldShow(byte[] picture, (double R, double G, double B) expected)
    {
        var poster = Conversion.Accepted(picture);
        Drawn.Chunks(poster.WebP.AsSpan()).ShouldBeSubsetOf(["VP8X", "ALPH", "VP8 "]);
        var shown = new Drawn(poster).OnWhite(poster.Width / 2, poster.Height / 2);
        Distance(shown, expected).ShouldBeLessThan(Tolerance, $"{shown} instead of {expected}");
    }

    private static SKColorSpace Space(string name) => SKColorSpace.CreateRgb(s_spaces[name].Curve, s_spaces[name].Primaries);

    private static (double R, double G, double B) Expected(string name)
    {
        var (_, primaries, linear) = s_spaces[name];
        double[] rgb = [linear(s_stored.R / 255.0), linear(s_stored.G / 255.0), linear(s_stored.B / 255.0)];
        double Row(int at) => Enumerable.Range(0, 3).Sum(i => primaries.Values[at + i] * rgb[i]);
        return FromXyz(Row(0), Row(3), Row(6));
    }

    private static (double R, double G, double B) FromLab(double l, double a, double b)
    {
        var y = (l + 16) / 116;
        static double Cube(double t) => t > 6 / 29.0 ? t * t * t : 3 * Math.Pow(6 / 29.0, 2) * (t - (4 / 29.0));
        return FromXyz(0.9642 * Cube(y + (a / 500)), Cube(y), 0.8249 * Cube(y - (b / 200)));
    }

    /// <summary>Converts from XYZ under D50, as in profiles.</summary>
    private static (double R, double G, double B) FromXyz(double x, double y, double z) =>
    (
        255 * SrgbCurve((3.1338561 * x) - (1.6168667 * y) - (0.4906146 * z)),
        255 * SrgbCurve((-0.9787684 * x) + (1.9161415 * y) + (0.0334540 * z)),
        255 * SrgbCurve((0.0719453 * x) - (0.2289914 * y) + (1.4052427 * z))
    );

    private static double SrgbCurve(double linear)
        => Math.Clamp(linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055, 0, 1);

    private static double Distance((double R, double G, double B) a, (double R, double G, double B) b)
        => new[] { a.R - b.R, a.G - b.G, a.B - b.B }.Max(Math.Abs);
}
