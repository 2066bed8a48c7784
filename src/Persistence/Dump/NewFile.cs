namespace Actors.Persistence.Dump;

/// <summary>A file that is there as a whole or not at all, and that only its owner may read: it holds password hashes.</summary>
internal static class NewFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Has it written under another name beside, makes it durable, and gives it its name.</summary>
    /// <returns>What <paramref name="write"/> returned.</returns>
    /// <exception cref="IOException">There is such a file already, or it cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (Path.Exists(path)) throw new IOException($"{path} is there already.");
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            T written;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersOnly;
            var file = new FileStream(beside, options);
            await using (file.ConfigureAwait(false))
            {
                written = await write(file).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
            FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return written;
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
