namespace Actors.Persistence.Dump;

/// <summary>Writes a file atomically, readable only by its owner because it contains password hashes.</summary>
internal static class NewFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a temporary file, flushes it to disk, then renames it.</summary>
    /// <returns>What <paramref name="write"/> returned.</returns>
    /// <exception cref="IOException">The file already exists or cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (Path.Exists(path)) throw new IOException($"{path} already exists.");
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            T written;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersOnly;
            var file = new FileStream(temporary, options);
            await using (file.ConfigureAwait(false))
            {
                written = await write(file).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
            FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return written;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
