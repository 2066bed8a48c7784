using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Reading;

/// <summary>The files under version control.</summary>
internal static class Tracked
{
    public static IReadOnlyList<string> Files { get; } = List();

    public static IEnumerable<string> CSharp(string under) =>
        Files.Where(f => f.StartsWith(under, StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(RepoRoot.Combine(file));

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["-C", RepoRoot.Folder, "ls-files", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(RepoRoot.Combine(f)))];
    }
}
