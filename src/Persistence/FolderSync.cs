using System.Runtime.InteropServices;

namespace Actors.Persistence;

/// <summary>Makes a rename durable: on Linux the directory must be flushed, for which .NET has no API.</summary>
public static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a directory to disk.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
            throw new IOException($"Folder cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        var failed = Fsync(handle) < 0;
        _ = Close(handle);
        if (failed)
            throw new IOException("Folder cannot be flushed.");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
