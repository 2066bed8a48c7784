using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

public sealed class HtmlGuardTests
{
    [Theory]
    [InlineData("<div>", false)]
    [InlineData("<DIV\nclass=x>", false)]
    [InlineData("<span><!-- x -->", false)]
    [InlineData("<svg><foreignObject><div>", false)]
    [InlineData("<table><tr><td>", false)]
    [InlineData("<template>", false)]
    [InlineData("<p>", true)]
    [InlineData("<li>", true)]
    [InlineData("<br>", true)]
    [InlineData("<div></div>", true)]
    [InlineData("<svg><path d='M0 0'/></svg>", true)]
    [InlineData("<custom-tag></custom-tag>", true)]
    [InlineData("<font size=1><p></font>", true)]
    [InlineData("<a href=x>", true)]
    [InlineData("<button>", true)]
    [InlineData("<h2>", true)]
    [InlineData("<select><option>", true)]
    [InlineData("<textarea><div></textarea>", true)]
    [InlineData("<!-- <div> -->", true)]
    [InlineData("<i title='<div>'></i>", true)]
    [InlineData("a < b ", true)]
    public void Only_nested_elements_count(string part, bool allowed) =>
        (HtmlGuard.Parse(Repeat(part)) is not null).ShouldBe(allowed);

    [Theory]
    [InlineData("<svg viewBox='0 0 9 9'>", "<path d='M0 0h1v1z'/>", "</svg>")]
    [InlineData("<math>", "<mi/>", "</math>")]
    [InlineData("<table>", "<tr><td>1", "</table>")]
    [InlineData("<dl>", "<dt>a<dd>b", "</dl>")]
    [InlineData("<script>", "'<div>'+", "</script>")]
    [InlineData("<style>", "<div>", "</style>")]
    [InlineData("<title>", "<b>", "</title>")]
    public void Many_elements_side_by_side_do_not_nest(string open, string part, string close) =>
        Page.Read($"{open}{Repeat(part)}{close}<div itemscope itemtype='https://schema.org/Event'><b itemprop=name>Чайка</b></div>").OneEvent().Title.ShouldBe("Чайка");

    [Fact]
    public void Deeply_nested_page_is_a_problem() =>
        Page.Read(Repeat("<div>")).Problems.ShouldHaveSingleItem().ShouldContain("nested too deeply");

    private static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, ExtractionLimits.HtmlDepth + 1));
}
