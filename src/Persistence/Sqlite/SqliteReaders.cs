using System.Collections.Concurrent;

namespace Actors.Persistence.Sqlite;

/// <summary>A pool of read-only connections. A read blocks a pool thread, so at most one read per core runs at a time.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    public async ValueTask<T> ReadAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Read(read), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Runs a read of microseconds on the caller's thread: switching threads would take longer.</summary>
    public async ValueTask<T> ReadInlineAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Read(read);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new SqliteReader(file.OpenReader());
        }

        try
        {
            var result = read(reader);
            _idle.Add(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
