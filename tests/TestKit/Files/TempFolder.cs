namespace Actors.TestKit;

/// <summary>A temporary folder, deleted at the end, even if the test process crashes.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Creates the folder; <paramref name="name"/> only helps a reader of the file system.</summary>
    public TempFolder(string name = "test")
    {
        Folder = Directory.CreateTempSubdirectory($"actors-{name}-").FullName;
        Reaper.OwnFolder(Folder);
    }

    /// <summary>Full path.</summary>
    public string Folder { get; }

    /// <summary>Full path of an entry in the folder.</summary>
    public string Combine(string relative) => Path.Combine(Folder, relative);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Reaper.ForgetFolder(Folder);
    }
}
