using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Sources;

public sealed class SourcesFileTests
{
    [Fact]
    public void Source_is_read_with_all_fields()
    {
        var file = Read("""
            {"sources":[{"name":"club","kind":"listing","url":"${SITE}/events?since={now}","page_parameter":"page","max_pages":7,"link_selector":"a.event",
              "types":{"Концерты":"concert"},"defaults":{"type":"show","price":0,"place":"Клуб","genre":"разное","image":"https://x.example/d.png"},
              "timezone":"Asia/Omsk","robots":false,"environments":["Development"]}]}
            """);
        file.Problems.ShouldBeEmpty();
        var source = file.Sources.ShouldHaveSingleItem();
        (source.Name, source.Kind, source.Url, source.MaxPages, source.DefaultPrice).ShouldBe(("club", SourceKind.Listing, "http://site.example/events?since={now}", 7, 0L));
        (source.Types["концерты"], source.Zone!.Id, source.Links.Selector).ShouldBe(("concert", "Asia/Omsk", "a.event"));
        source.AsksRobots.ShouldBeFalse();
        (source.EnabledIn("development"), source.EnabledIn("Production")).ShouldBe((true, false));
    }

    [Fact]
    public void All_problems_are_reported_together()
    {
        var file = Read("""
            {"sources":[{"name":"a b","kind":"rss","url":"ftp://x","max_pages":0,"typo":1,"timezone":"Mars/Base","types":{"x":"opera"},
              "defaults":{"type":"opera","price":1.5,"colour":"red"},"link_selector":"a[","environments":"Production","robots":"no"}, 5, {"url":"${MISSING}"}]}
            """);
        file.Sources.ShouldBeEmpty();
        string[] parts = ["\"name\"", "\"kind\" is 'rss'", "\"url\" is 'ftp://x'", "\"max_pages\"", "\"typo\" is unknown", "Mars/Base", "types.x", "\"type\" is 'opera'",
            "\"price\"", "defaults.colour", "link_selector", "\"environments\"", "\"robots\"", "source 2", "needs the setting MISSING", "\"name\" is missing", "\"kind\" is missing"];
        parts.ShouldAllBe(part => file.Problems.Any(p => p.Contains(part, StringComparison.Ordinal)));
        file.Problems.ShouldAllBe(p => p.StartsWith("test.json, source ", StringComparison.Ordinal) && p.EndsWith('.'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"sources\":1}")]
    public void Invalid_file_is_one_problem(string text) => Read(text).Problems.ShouldHaveSingleItem().ShouldContain("test.json");

    [Fact]
    public void Names_are_unique()
    {
        var one = Read("""{"sources":[{"name":"a","kind":"page","url":"https://x.example"}]}""");
        SourcesFile.Merge([one, one]).Problems.ShouldHaveSingleItem().ShouldContain("'a' is defined 2 times");
    }

    [Fact]
    public void Shipped_file_is_valid()
    {
        var file = SourcesFile.Read(File.ReadAllText(Actors.TestKit.RepoRoot.Combine("silo/sources.json")), "sources.json", _ => null);
        file.Problems.ShouldBeEmpty();
        var kudago = file.Sources.Single(s => s.Name == "kudago");
        (kudago.Kind, kudago.EnabledIn("Development"), kudago.EnabledIn("Production")).ShouldBe((SourceKind.KudaGo, true, false));
    }

    [Fact]
    public void Readme_explains_every_field()
    {
        var text = File.ReadAllText(Actors.TestKit.RepoRoot.Combine("src/Catalog/Scraping/Sources/README.md"));
        SourceReader.Known.ShouldAllBe(field => text.Contains($"| `{field}` |", StringComparison.Ordinal));
        SourceReader.KnownDefaults.ShouldAllBe(field => text.Contains($"`{field}`", StringComparison.Ordinal));
    }

    private static SourcesFile Read(string text) => SourcesFile.Read(text, "test.json", name => name == "SITE" ? "http://site.example" : null);
}
