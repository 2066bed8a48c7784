using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>
/// The shared projects stay small. A budget is the size of a project at its creation plus five per cent. A comment gives the reason of each raise.
/// </summary>
public sealed class BudgetTests
{
    [Theory]
    // Added later: the contracts of settings and of the audit log; the cache and the back-off that modules had separately; the contract of accounts,
    // the list of permissions and the built-in roles, which every module and its tests share; attachments and headers of letters, PUBLIC_URL and
    // MAIL_LANGUAGE; the contract of a held store.
    [InlineData("Core", 1920)]
    // Added later: background work of grains and numbered messages.
    [InlineData("Grains", 790)]
    [InlineData("Hosting", 3570)]
    [InlineData("Outbound", 1140)]
    [InlineData("Persistence", 4350)]
    [InlineData("Search", 2150)]
    // Moved here from Catalog: bodies, content codings and entity tags. Added later: permissions.
    [InlineData("Web", 4530)]
    [InlineData("Payments", 1790)]
    public void A_shared_project_keeps_to_its_budget(string project, int lines) => Lines(project).ShouldBeLessThanOrEqualTo(lines);

    private static int Lines(string project) => Tracked.CSharp($"src/{project}/").Sum(file => Tracked.Text(file).Count(letter => letter == '\n'));
}
