namespace Actors.TestKit;

/// <summary>The folder beside the repository that holds samples and specs. It is not part of the repository and may be missing.</summary>
public static class SharedFolder
{
    /// <summary>Full path of the folder, present or not.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepoRoot.Folder, "..", "shared"));

    /// <summary>Full path of a file or folder in it, for example <c>specs/events-platform.md</c>.</summary>
    public static string Combine(string relative) => Path.Combine(Folder, relative);

    /// <summary>Why a test that needs <paramref name="relative"/> cannot run, or null when it can.</summary>
    public static string? WhyMissing(string relative) =>
        Path.Exists(Combine(relative)) ? null : $"needs ../shared/{relative}, which is not on this machine";
}
