using Actors.Catalog.Extraction;




namespace Actors.Catalog.Tests.Extraction;

public sealed class HtmlGuardTests
{
    [Theory]
    [InlineData("<div>", false)]
    [InlineData("<DIV\nclass=x>", false)]
    [InlineData("<span><!-- x -->", false)]
    [InlineData("<p>", true)]
    [InlineData("<li>", true)]
    [InlineData("<br>", true)]
    [InlineData("<div></div>", true)]
    [InlineData("a < b ", true)]
    public void Only_what_nests_counts(string part, bool allowed) =>
        HtmlGuard.TooDeep(string.Concat(Enumerable.Repeat(part, ExtractionLimits.HtmlDepth + 1))).ShouldBe(!allowed);

    [Fact]
    public void Markup_inside_scripts_is_not_markup() =>
        HtmlGuard.TooDeep("<script>" + string.Concat(Enumerable.Repeat("'<div>'+", ExtractionLimits.HtmlDepth + 1)) + "</script>").ShouldBeFalse();
}
