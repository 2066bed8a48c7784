using System.Text.RegularExpressions;
using System.Xml.Linq;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

public sealed partial class PackageTests
{
    private static IReadOnlyList<string> Versions => [.. Included("Directory.Packages.props", "PackageVersion")];

    [Fact]
    public void Versions_and_used_packages_agree()
    {
        var projects = Tracked.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) || f.EndsWith(".props", StringComparison.Ordinal));
        projects.SelectMany(f => Included(f, "PackageReference")).Distinct().Order().ShouldBe(Versions.Order());
    }

    [Fact]
    public void The_readme_says_what_each_package_is_for()
    {
        var table = Tracked.Text("src/README.md").Split("\n## Packages\n")[1].Split("\n## ")[0];
        var named = Rows().Matches(table).SelectMany(r => r.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries));
        named.Except(["package"]).Order().ShouldBe(Versions.Order());
    }

    private static IEnumerable<string> Included(string file, string element) =>
        XDocument.Parse(Tracked.Text(file)).Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    [GeneratedRegex(@"^\| ([A-Za-z][\w., ]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
