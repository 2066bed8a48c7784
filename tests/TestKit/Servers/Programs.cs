namespace Actors.TestKit;

/// <summary>Finds server programs.</summary>
internal static class Programs
{
    /// <summary>The full path of the program in the folders or on the PATH, or null.</summary>
    public static string? Find(string name, params IEnumerable<string> folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Debian's versioned folders of PostgreSQL, newest first.</summary>
    public static IEnumerable<string> PostgresFolders { get; } =
        Directory.Exists("/usr/lib/postgresql")
            ? [.. Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))]
            : [];
}
