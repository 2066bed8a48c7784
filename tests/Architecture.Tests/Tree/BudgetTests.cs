using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>
/// The shared projects stay small. A budget is what a project had after it was cut out, and five per cent. Whoever raises one writes the
/// reason beside it.
/// </summary>
public sealed class BudgetTests
{
    [Theory]
    // 150 more than after the cut: what a letter may consist of (HTML, headers, files), MAIL_LANGUAGE, PUBLIC_URL, the contract of a held store.
    [InlineData("Core", 1215)]
    [InlineData("Grains", 290)]
    [InlineData("Hosting", 4010)]
    [InlineData("Outbound", 1140)]
    [InlineData("Persistence", 4150)]
    [InlineData("Search", 2150)]
    [InlineData("Web", 4170)]
    public void A_shared_project_keeps_to_its_budget(string project, int lines) => Lines(project).ShouldBeLessThanOrEqualTo(lines);

    private static int Lines(string project) => Tracked.CSharp($"src/{project}/").Sum(file => Tracked.Text(file).Count(letter => letter == '\n'));
}
