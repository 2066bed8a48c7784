using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_file_the_readme_names_exists() =>
        FileNames().Matches(Tracked.Text("README.md")).Select(m => m.Groups[1].Value).Where(IsMissing).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_a_name_that_nothing_has() => IsMissing("src/Catalog/Nowhere.cs").ShouldBeTrue();

    // A bare name means the file of that name, wherever it stands.
    private static bool IsMissing(string name) => !Tracked.Files.Any(f => f == name || f.EndsWith("/" + name, StringComparison.Ordinal));

    [GeneratedRegex(@"[`(]([\w/.]+\.(?:cs|md|json))[`)]")]
    private static partial Regex FileNames();
}
