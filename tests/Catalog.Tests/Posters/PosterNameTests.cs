using Actors.Catalog.Posters.Stores;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Names and addresses of posters.</summary>
public sealed class PosterNameTests
{
    private static readonly string s_good = PosterName.Of("x"u8);

    [Fact]
    public void A_name_is_the_hash_of_the_bytes()
        => s_good.ShouldBe("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881.webp");

    [Fact]
    public void Only_such_names_are_valid()
    {
        PosterName.IsValid(s_good).ShouldBeTrue();
        string?[] bad = [null, "", "../" + s_good, s_good.ToUpperInvariant(), s_good[1..], s_good + "\0", s_good.Replace(".webp", ".wepb", StringComparison.Ordinal), "/" + s_good[1..]];
        bad.ShouldAllBe(name => !PosterName.IsValid(name));
    }

    [Theory]
    [InlineData("http://EXAMPLE.com:80/a.jpg#top")]
    [InlineData(" http://example.com/a.jpg ")]
    public void Equal_addresses_have_one_key(string spelling)
        => PosterUrl.Key(spelling).ShouldBe(PosterUrl.Key("http://example.com/a.jpg"));

    [Theory]
    [InlineData("http://example.com/a.jpg?v=2")]
    [InlineData("https://example.com/a.jpg")]
    [InlineData("http://example.com/A.jpg")]
    public void Other_addresses_have_other_keys(string other)
        => PosterUrl.Key(other).ShouldNotBe(PosterUrl.Key("http://example.com/a.jpg"));

    [Theory]
    [InlineData("ftp://example.com/a.jpg")]
    [InlineData("/a.jpg")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("")]
    [InlineData("//\u202e")]
    public void Only_http_and_https_are_tried(string text) => PosterUrl.Parse(text).ShouldBeNull();
}
