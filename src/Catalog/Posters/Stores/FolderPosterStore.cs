using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Stores posters as files in a folder that this program serves. Writes are atomic.</summary>
internal sealed class FolderPosterStore(string folder) : IPosterStore
{
    /// <summary>The path at which the program serves the folder.</summary>
    public const string BasePath = "/posters";

    private const string Unfinished = ".tmp";

    public async Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default)
    {
        var target = PathOf(name);
        var temporary = $"{target}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(temporary, webp.AsMemory(), cancellationToken);
            File.Move(temporary, target, overwrite: true);
            FolderSync.Flush(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("The poster folder cannot be written.", error);
        }
        finally
        {
            Discard(temporary);
        }
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(File.Exists(PathOf(name)));

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name);
        try
        {
            if (Directory.Exists(folder))
                File.Delete(path);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("A poster file cannot be deleted.", error);
        }
    }

    public Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        try
        {
            var unfinished = Files().Where(p => p.EndsWith(Unfinished, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(p) < before.UtcDateTime);
            foreach (var path in unfinished.ToArray())
                File.Delete(path);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException("Unfinished poster files cannot be deleted.", error);
        }
    }

    public string UrlOf(string name) => $"{BasePath}/{name}";

    /// <summary>The full path of a poster's file. The name must be a valid poster name.</summary>
    public string PathOf(string name)
        => PosterName.IsValid(name) ? Path.Combine(folder, name) : throw new ArgumentException("Not a valid poster name.", nameof(name));

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Ignores failures: the caller already gets the original one, and the next start removes the file.</summary>
    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder is missing or not writable.
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
}
