namespace Actors.TestKit;

/// <summary>The folder with samples and specifications beside the repository. It is not part of the repository and may be missing.</summary>
public static class SharedFolder
{
    /// <summary>Full path of the folder, whether it exists or not.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepoRoot.Folder, "..", "shared"));

    /// <summary>Full path of a file or folder in it, for example <c>specs/events-platform.md</c>.</summary>
    public static string Combine(string relative) => Path.Combine(Folder, relative);

    /// <summary>Why a test that needs <paramref name="relative"/> is skipped; null if it can run.</summary>
    public static string? WhyMissing(string relative) =>
        Path.Exists(Combine(relative)) ? null : $"needs ../shared/{relative}, which is not on this machine";
}
