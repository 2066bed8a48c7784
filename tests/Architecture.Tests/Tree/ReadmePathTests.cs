using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>
/// A file or folder that a document names exists: under the folder of the document, one above it, or a project of <c>src</c>. Names of folders are
/// recognised by what is in the tree, so a new project or module needs no change here.
/// </summary>
public sealed partial class ReadmePathTests
{
    private static readonly string[] s_madeAtRunTime = ["silo/data", "deploy/compose/.env"];
    private static readonly HashSet<string> s_paths = [.. Tracked.Files.SelectMany(Prefixes)];

    // The first part of a path that is meant to exist: a folder of the top, or one of the first two levels of src.
    private static readonly HashSet<string> s_roots =
        [.. s_paths.Where(path => IsFolder(path) && (path.Count(c => c == '/') == 0 || (path.StartsWith("src/", StringComparison.Ordinal) && path.Count(c => c == '/') < 3))).Select(path => path.Split('/')[^1])];

    public static TheoryData<string> Documents => [.. Tracked.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Paths_in_a_document_exist(string document) => Missing(document, Tracked.Text(document)).ShouldBeEmpty();

    [Fact]
    public void Documents_of_every_part_are_checked() =>
        new[] { "README.md", "src/README.md", "silo/README.md", "deploy/README.md", "tests/Benchmarks/README.md", ".github/CONTRIBUTING.md" }
            .Except(Documents.Select(row => row.Data)).ShouldBeEmpty();

    [Theory]
    [InlineData("`src/Catalog/Nowhere.cs`")]
    [InlineData("`Catalog/Nowhere/EventGrain`")]
    [InlineData("`Posters/Nowhere`")]
    [InlineData("[text](src/Nowhere/README.md)")]
    [InlineData("[text](../silo/Nowhere.md#part)")]
    public void A_path_that_does_not_exist_is_found(string text) => Missing("src/README.md", text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("`Catalog/Events/EventGrain`, `src/Web`, `application/json` and `Events/EventGrain.cs`")]
    [InlineData("[text](Web/README.md), [text](../README.md#part) and [text](https://example.com/a)")]
    public void A_path_that_exists_is_not(string text) => Missing("src/README.md", text).ShouldBeEmpty();

    private static IEnumerable<string> Missing(string document, string text)
    {
        var folder = document.Contains('/', StringComparison.Ordinal) ? document[..document.LastIndexOf('/')] : "";
        var named = Named().Matches(text).Select(match => match.Groups["path"].Value.TrimEnd('/'))
            .Where(path => s_roots.Contains(path.Split('/')[0]) && !s_madeAtRunTime.Contains(path)).Where(path => !ExistsFrom(folder, path));
        var linked = Linked().Matches(text).Select(match => match.Groups["path"].Value).Where(path => !s_paths.Contains(Resolve(folder, path)));
        return named.Concat(linked).Select(path => $"{document}: {path}");
    }

    private static bool ExistsFrom(string folder, string path) =>
        Above(folder).SelectMany(at => new[] { Join(at, path), Join(at, path) + ".cs" }).Any(s_paths.Contains)
            || s_paths.Any(other => other.StartsWith("src/", StringComparison.Ordinal) && (other.EndsWith("/" + path, StringComparison.Ordinal) || other.EndsWith("/" + path + ".cs", StringComparison.Ordinal)));

    private static IEnumerable<string> Above(string folder)
    {
        for (; folder.Length > 0; folder = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : "") yield return folder;
        yield return "";
    }

    private static string Resolve(string folder, string link)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in link.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part != ".") parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private static IEnumerable<string> Prefixes(string file) => Above(file).Where(path => path.Length > 0);

    private static bool IsFolder(string path) => !Path.HasExtension(path) && Directory.Exists(TestKit.RepoRoot.Combine(path));

    private static string Join(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";

    [GeneratedRegex(@"`(?<path>\.?\w[\w.-]*(/[\w.-]+)+/?)`", RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?<path>[\w./-]+\.?[\w/-]*)(#[\w-]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Linked();
}
