using System.Globalization;

namespace Actors.Persistence.Locking;

/// <summary>
/// A locked file in the data directory. The kernel releases the lock when the process ends. The directory also contains the command socket and
/// letters of one program, so it is never shared.
/// </summary>
internal sealed class FileLock(string directory) : IStoreLock
{
    private const string FileName = "actors.lock";

    // A separate file, because other processes cannot open the locked one.
    private const string OwnerName = "actors.pid";

    private FileStream? _file;

    private string File => Path.Combine(directory, FileName);

    private string OwnerFile => Path.Combine(directory, OwnerName);

    public async Task AcquireAsync(bool alone, CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.CreateDirectory(directory);
            _file = new FileStream(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreUnavailableException($"The folder {directory} is not writable: {exception.Message}", exception);
        }
        catch (IOException exception) when (System.IO.File.Exists(File))
        {
            throw new AlreadyRunningException($"Another program already uses the folder {directory}{Owner()}. Stop it first, or set DATA_DIR to another folder.", exception);
        }
        catch (IOException exception)
        {
            throw new StoreUnavailableException($"The folder {directory} cannot be used: {exception.Message}", exception);
        }

        await System.IO.File.WriteAllTextAsync(OwnerFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string Owner()
    {
        try
        {
            return int.TryParse(System.IO.File.ReadAllText(OwnerFile), CultureInfo.InvariantCulture, out var id) ? $" (process {id})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
