namespace Actors.TestKit;

/// <summary>Sample data in <c>../shared/samples</c>, read in place and never copied into the repository.</summary>
public static class Samples
{
    /// <summary>Full path of a sample, for example <c>images/gif-still.gif</c>.</summary>
    public static string Path(string relative) => SharedFolder.Combine("samples/" + relative);

    /// <summary>The bytes of a sample.</summary>
    public static byte[] Bytes(string relative) => File.ReadAllBytes(Path(relative));

    /// <summary>The text of a sample (UTF-8).</summary>
    public static string Text(string relative) => File.ReadAllText(Path(relative));

    /// <summary>The names of a folder's files in order; empty if the samples are missing.</summary>
    public static IEnumerable<string> Names(string folder, string pattern = "*") =>
        Directory.Exists(Path(folder))
            ? Directory.EnumerateFiles(Path(folder), pattern).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [];
}
