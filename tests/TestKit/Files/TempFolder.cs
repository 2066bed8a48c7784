namespace Actors.TestKit;

/// <summary>A folder of its own, deleted at the end, also when the test process dies.</summary>
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

    /// <summary>Full path of something in it.</summary>
    public string Combine(string relative) => Path.Combine(Folder, relative);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Reaper.ForgetFolder(Folder);
    }
}
