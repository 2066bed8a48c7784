using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>
/// The shared projects stay small. A budget is the size of a project after it was cut out, plus five per cent. A raise has
/// its reason beside it.
/// </summary>
public sealed class BudgetTests
{
    [Theory]
    // The contracts of settings and of the audit log came after the cut, and the cache and the back-off that modules had each for themselves.
    // Then the contract of accounts, the list of permissions and the built-in roles, which every module and its tests share.
    // Then what a letter may consist of, PUBLIC_URL and MAIL_LANGUAGE, and the contract of a held store.
    [InlineData("Core", 1920)]
    // Background work of grains and numbered messages, which design.md puts here, came after the cut.
    [InlineData("Grains", 790)]
    [InlineData("Hosting", 3570)]
    [InlineData("Outbound", 1140)]
    [InlineData("Persistence", 4150)]
    [InlineData("Search", 2150)]
    // Bodies, their codings and entity tags came from Catalog after the cut, and permissions.
    [InlineData("Web", 4530)]
    [InlineData("Payments", 1790)]
    public void A_shared_project_keeps_to_its_budget(string project, int lines) => Lines(project).ShouldBeLessThanOrEqualTo(lines);

    private static int Lines(string project) => Tracked.CSharp($"src/{project}/").Sum(file => Tracked.Text(file).Count(letter => letter == '\n'));
}
