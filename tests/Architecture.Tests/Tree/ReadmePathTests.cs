using System.Text.RegularExpressions;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Tree;

/// <summary>A file or folder that a README names is there: under the folder of the README or one above it.</summary>
public sealed partial class ReadmePathTests
{
    private const string MadeAtRunTime = "silo/data";

    [Fact]
    public void Every_path_named_in_a_readme_exists()
    {
        var readmes = Directory.GetFiles(RepoRoot.Combine("src"), "README.md", SearchOption.AllDirectories).Append(RepoRoot.Combine("README.md"));

        readmes.SelectMany(Missing).ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(string readme) =>
        Named().Matches(File.ReadAllText(readme)).Select(match => match.Groups["path"].Value)
            .Where(path => path != MadeAtRunTime && !Above(readme).Any(folder => Exists(Path.Combine(folder, path))))
            .Select(path => $"{Path.GetRelativePath(RepoRoot.Combine("."), readme)}: {path}");

    private static IEnumerable<string> Above(string readme)
    {
        for (var folder = Path.GetDirectoryName(readme); folder is not null; folder = Path.GetDirectoryName(folder)) yield return folder;
    }

    private static bool Exists(string path) =>
        File.Exists(path) || Directory.Exists(path) || File.Exists(path + ".cs");

    [GeneratedRegex(@"`(?<path>(src|silo|tests|Http|Grains|Rules|Ports|Adapters|Storage|Errors|Outbound|Metrics)/[\w./]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
