using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Tree;

/// <summary>
/// Files and folders that a document names exist. Text in backquotes counts as a path if it begins with a folder of the tree or is the name of a
/// file, so a new project or module needs no change here.
/// </summary>
public sealed partial class ReadmePathTests
{
    private static readonly string[] s_madeAtRunTime = ["silo/data", "deploy/compose/.env"];

    // Files, folders, and source files without their extension.
    private static readonly HashSet<string> s_paths = [.. Tracked.Files, .. Tracked.Files.SelectMany(FoldersOf), .. Tracked.CSharp("").Select(file => file[..^".cs".Length])];
    private static readonly HashSet<string> s_endings = [.. s_paths.SelectMany(EndingsOf)];
    private static readonly HashSet<string> s_folders = [.. Tracked.Files.SelectMany(FoldersOf).Select(folder => folder.Split('/')[^1])];

    public static TheoryData<string> Documents => [.. Names];

    private static IEnumerable<string> Names => Tracked.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Paths_in_a_document_exist(string document) => Missing(document, Tracked.Text(document)).ShouldBeEmpty();

    [Fact]
    public void Documents_of_every_part_are_checked() =>
        new[] { "README.md", "src/README.md", "silo/README.md", "deploy/README.md", "tests/Benchmarks/README.md", ".github/CONTRIBUTING.md" }.Except(Names).ShouldBeEmpty();

    [Theory]
    [InlineData("`src/Catalog/Nowhere.cs`")]
    [InlineData("`Catalog/Nowhere/EventGrain`")]
    [InlineData("`Posters/Nowhere`")]
    [InlineData("`NoSuchGrain.cs`")]
    [InlineData("[text](Nowhere/README.md)")]
    [InlineData("[text](../silo/Nowhere.md#part)")]
    public void A_missing_path_is_found(string text) => Missing("src/README.md", text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("`Catalog/Events/EventGrain`, `src/Web/`, `application/json`, `EventGrain.cs` and `Events/EventGrain.cs`")]
    [InlineData("[text](Web/README.md), [text](../README.md#part), [text](#part) and [text](https://example.com/a)")]
    public void An_existing_path_is_not_reported(string text) => Missing("src/README.md", text).ShouldBeEmpty();

    private static IEnumerable<string> Missing(string document, string text)
    {
        var named = Quoted().Matches(text).Select(match => match.Groups["path"].Value).Where(IsPath).Where(path => !s_endings.Contains(path));
        var linked = Linked().Matches(text).Select(match => match.Groups["path"].Value).Where(path => !s_paths.Contains(FromRoot(document, path)));
        return named.Concat(linked).Except(s_madeAtRunTime).Select(path => $"{document}: {path}");
    }

    private static bool IsPath(string text) => text.Contains('/', StringComparison.Ordinal) ? s_folders.Contains(text.Split('/')[0]) : FileName().IsMatch(text);

    private static string FromRoot(string document, string link) =>
        Path.GetRelativePath(RepoRoot.Folder, Path.GetFullPath(Path.Combine(RepoRoot.Folder, Path.GetDirectoryName(document)!, link)));

    private static IEnumerable<string> FoldersOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder)) yield return folder;
    }

    private static IEnumerable<string> EndingsOf(string path)
    {
        yield return path;
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1)) yield return path[(at + 1)..];
    }

    [GeneratedRegex(@"`(?<path>[\w.][\w./-]*?)/?`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[\w.-]+\.(cs|md|json|csproj|mjs|yaml)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\]\((?<path>[\w.][\w./-]*)(#[\w-]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Linked();
}
