using System.Text;
using Actors.Catalog.Scraping.Hosts;

namespace Actors.Catalog.Tests.Scraping.Hosts;

/// <summary>RFC 9309, 2.2: groups, matching and tolerated errors.</summary>
public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab/c?d", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/A", true)]
    [InlineData("User-agent: *\nDisallow: /a/", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /", "/", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("user-AGENT :*\n\tdisALLOW  :  /a # why\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a\r\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nDisallow /a\nDisalow: /b\nNonsense\n:\n", "/a", true)]
    public void Lines_are_parsed(string robots, string path, bool allowed) => Allows(robots, path).ShouldBe(allowed);

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/b", true)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /a", "/a", true)]
    [InlineData("Allow: /page\nDisallow: /*.html", "/page.html", false)]
    [InlineData("Allow: /page\nDisallow: /*.ht", "/page.htm", true)]
    [InlineData("Allow: /page.h\nDisallow: /*.htm", "/page.htm", true)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    public void Longest_match_wins_and_allow_wins_ties(string rules, string path, bool allowed) => Allows($"User-agent: *\n{rules}", path).ShouldBe(allowed);

    [Theory]
    [InlineData("/*.gif$", "/a/b.gif", true)]
    [InlineData("/*.gif$", "/a.gif?x", false)]
    [InlineData("/*.gif$", "/a.gif.gif", true)]
    [InlineData("/a*b*c", "/a1b2c3", true)]
    [InlineData("/a*b*c", "/a1c2b3", false)]
    [InlineData("/a*b$", "/ab", true)]
    [InlineData("/a*b$", "/abx", false)]
    [InlineData("/ab*ab$", "/ab", false)]
    [InlineData("/a**b", "/axb", true)]
    [InlineData("*/b", "/a/b", true)]
    [InlineData("/a$b", "/a$b", true)]
    [InlineData("/a$b", "/a", false)]
    [InlineData("/a%24", "/a$b", true)]
    [InlineData("/a%2Ab", "/a*b", true)]
    [InlineData("/a%2Ab", "/axb", false)]
    [InlineData("/a*$", "/abc", true)]
    [InlineData("a", "/a", false)]
    public void Wildcards(string rule, string path, bool matches) => Allows($"User-agent: *\nDisallow: {rule}", path).ShouldBe(!matches);

    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz")]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar")]
    [InlineData("/foo/bar?baz=https%3a%2f%2ffoo.bar", "/foo/bar?baz=https://foo.bar")]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/ツ")]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    [InlineData("/foo/bar/baz", "/foo/bar/%62%61%7a")]
    [InlineData("/%7Ejoe", "/~joe")]
    public void Equivalent_encodings_match(string rule, string path) => Allows($"User-agent: *\nDisallow: {rule}", path).ShouldBeFalse();

    [Theory]
    [InlineData("/a%2Fb", "/a/b")]
    [InlineData("/a/b", "/a%2Fb")]
    [InlineData("/a%3Fb", "/a?b")]
    public void Encoded_reserved_characters_differ(string rule, string path) => Allows($"User-agent: *\nDisallow: {rule}", path).ShouldBeTrue();

    [Theory]
    [InlineData("User-agent: actors\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: actors\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: ACTORS/9.9 (like us)\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: actorsbot\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: actor\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: Actors\nDisallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: actors\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: Actors\nDisallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: actors\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: other\nUser-agent: Actors\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\n\nSitemap: /s.xml\nUser-agent: Actors\nCrawl-delay: 1\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Actors\nSitemap: /s.xml\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Actors\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Actors\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Actors\nUser-agent: other\n\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Actors\n", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Actors\n", "/a", true)]
    public void Groups_are_found_by_the_product_token_and_merged(string robots, string path, bool allowed) => Allows(robots, path).ShouldBe(allowed);

    [Fact]
    public void Byte_order_mark_and_other_encodings_are_harmless()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. "User-agent: *\nDisallow: /a"u8];
        RobotsFile.Parse(marked, "Actors").Allows(At("/a")).ShouldBeFalse();
        byte[] latin = [.. "User-agent: *\nDisallow: /caf"u8, 0xE9, .. "\nDisallow: /\0b"u8];
        RobotsFile.Parse(latin, "Actors").Allows(At("/caf%E9")).ShouldBeFalse();
        RobotsFile.Parse(latin, "Actors").Allows(At("/b")).ShouldBeTrue();
    }

    [Fact]
    public void Only_half_a_megabyte_is_read()
    {
        const string start = "User-agent: *\n", last = "Disallow: /last\n";
        var room = RobotsFile.MaxBytes - start.Length - last.Length;
        RobotsFile.MaxBytes.ShouldBeGreaterThanOrEqualTo(500 * 1024);
        Allows(start + Filling(room) + last + "Disallow: /beyond\n", "/last").ShouldBeFalse("it ends with the limit");
        Allows(start + Filling(room) + last + "Disallow: /beyond\n", "/beyond").ShouldBeTrue();
        Allows(start + Filling(room + 1) + "Disallow: /last\n", "/last").ShouldBeTrue("half a line would say something else");
    }

    [Fact]
    public void Hostile_file_is_cheap()
    {
        var stars = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 100_000)) + "$\n";
        var many = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /*a*a*b\n", 25_000));
        var path = "/" + new string('a', 4_000);
        Allows(stars, path).ShouldBeTrue();
        Allows(many, path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2\nDisallow: /x", 2.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 9999999999999999999999", 30.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: 2\nUser-agent: actors\nDisallow: /x", null)]
    [InlineData("Crawl-delay: 2", null)]
    public void Crawl_delay_belongs_to_its_group(string robots, double? seconds) =>
        RobotsFile.Parse(Encoding.UTF8.GetBytes(robots), "Actors").CrawlDelay.ShouldBe(seconds is { } s ? TimeSpan.FromSeconds(s) : null);

    private static string Filling(int length) => new string('#', length - 1) + "\n";

    private static bool Allows(string robots, string path) => RobotsFile.Parse(Encoding.UTF8.GetBytes(robots), "Actors").Allows(At(path));

    private static Uri At(string path) => new("https://site.example" + path);
}
