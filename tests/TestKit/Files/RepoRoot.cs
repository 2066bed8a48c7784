namespace Actors.TestKit;

/// <summary>The root folder of this repository.</summary>
public static class RepoRoot
{
    /// <summary>The folder of Actors.sln.</summary>
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path below the repository's root; parts are separated by '/'.</summary>
    public static string Combine(string relative) => Path.Combine(Folder, relative);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Actors.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Actors.sln above {AppContext.BaseDirectory}");
    }
}
