using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Extraction;

public sealed class ListTests
{
    private static readonly DateOnly s_today = new(2023, 4, 1);

    /// <summary>The worked example of the README: both rule and page are read from it.</summary>
    [Fact]
    public void Readme_example_works()
    {
        var readme = File.ReadAllText(Actors.TestKit.RepoRoot.Combine("src/Catalog/Scraping/Sources/README.md"));
        var source = Source(Block(readme, "```json"));
        var page = Read(source, Block(readme, "```html"), s_today);
        page.Problems.ShouldBeEmpty();
        var (first, second) = (page.Events[0], page.Events[1]);
        (first.Title, first.Url, first.Start!.Text, first.Place, first.Price).ShouldBe(("Чайка", "https://site.example/play/1", "2023-04-15T18:30", "Малый зал", new PriceRange(400, null, "RUB")));
        (second.Title, second.Start!.Text, second.Place, second.Price.Min, second.Categories.Single()).ShouldBe(("Экскурсия за кулисы", "2023-04-15T12:00", null, null, "Экскурсия"));
    }

    [Theory]
    [InlineData("15 апреля · сб", "2023-04-15")]
    [InlineData("01 Мая", "2023-05-01")]
    [InlineData("20 марта", "2023-03-20")]
    [InlineData("1 января", "2024-01-01")]
    [InlineData("29 февраля", "2024-02-29")]
    [InlineData("5 мая, воскресенье", "2024-05-05")]
    [InlineData("Monday, January 29th, 2018", "2018-01-29")]
    [InlineData("May 31, 2018", "2018-05-31")]
    [InlineData("14 Апрель2023", "2023-04-14")]
    [InlineData("2023-04-15", "2023-04-15")]
    [InlineData("в 18:30, 15.04.2023", "2023-04-15")]
    [InlineData("18:30 15 апр", "2023-04-15")]
    [InlineData("31 апреля", null)]
    [InlineData("скоро", null)]
    [InlineData("15", null)]
    [InlineData("99999999999999999999 мая", null)]
    public void Dates_in_words_are_read(string text, string? expected) => $"{WrittenDate.Read(text, s_today):yyyy-MM-dd}".ShouldBe(expected ?? "");

    [Fact]
    public void Without_today_no_year_is_inferred() => WrittenDate.Read("15 апреля", null).ShouldBeNull();

    [Theory]
    [InlineData("18:30", "18:30")]
    [InlineData("в 9.05", "09:05")]
    [InlineData("9:00am", "09:00")]
    [InlineData("12 p.m.", "12:00")]
    [InlineData("12:15 AM", "00:15")]
    [InlineData("7 pm", "19:00")]
    [InlineData("25:00", null)]
    [InlineData("15 человек", null)]
    [InlineData("13 pm", null)]
    public void Times_in_words_are_read(string text, string? expected) => $"{WrittenTime.Read(text):HH:mm}".ShouldBe(expected ?? "");

    [Fact]
    public void Invalid_rule_is_reported()
    {
        var file = Rule("""{"item":"a[","title":5,"typo":"x","time":{"match":"(?=x)","colour":1},"place":["@id","p@"]}""");
        file.Sources.ShouldBeEmpty();
        string[] parts = ["\"item\" is 'a['", "\"title\" must be a selector", "list.typo", "\"match\" is '(?=x)'", "list.colour", "list.date"];
        parts.ShouldAllBe(part => file.Problems.Any(p => p.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void Missing_html_member_is_a_problem()
    {
        var source = Rule("""{"json_html":"data.html","item":"li","title":"b","date":"i"}""").Sources.Single();
        Read(source, """{"data":{"html":"<ul><li><b>x</b><i>1 мая</i>"}}""", s_today).OneEvent().Start!.Text.ShouldBe("2023-05-01");
        Read(source, """{"data":5}""", s_today).Problems.ShouldHaveSingleItem().ShouldContain("data.html");
        Read(source, "<html>", s_today).Problems.ShouldHaveSingleItem();
    }

    private static SourcesFile Rule(string list) =>
        SourcesFile.Read($$"""{"sources":[{"name":"a","kind":"list","url":"https://site.example/","list":{{list}}}]}""", "test.json", _ => null);

    private static SourceSettings Source(string json) => SourcesFile.Read($"{{\"sources\":[{json}]}}", "README.md", _ => null).Sources.ShouldHaveSingleItem();

    private static string Block(string text, string fence)
    {
        var start = text.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static ExtractedPage Read(SourceSettings source, string text, DateOnly today) =>
        PageExtraction.Read(new FetchedPage(new Uri(Page.Address), text, Page.Moscow, today), Extractors.For(source), LinkRule.None);
}
