using System.Data.Common;
using Actors.Persistence;
using Actors.Persistence.Writing;

namespace Actors.Specs.Tests.Disk;

/// <summary>A database with switchable disk faults.</summary>
internal sealed class FaultyEngine(IEngine engine, DiskFaults faults) : IEngine
{
    public string Provider => engine.Provider;

    public async ValueTask CommitAsync(IReadOnlyList<WriteSet> batch)
    {
        if (faults.Writes is not null) throw faults.Writes;
        if (!faults.Lies) await engine.CommitAsync(batch);
        if (faults.Answers is not null) throw faults.Answers;
    }

    public ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken) =>
        faults.Reads is null ? engine.ReadAsync(kind, key, cancellationToken) : throw faults.Reads;

    public ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken) =>
        faults.Reads is null ? engine.QueryAsync<T>(sql, args, cancellationToken) : throw faults.Reads;

    public string Adapt(string sql) => engine.Adapt(sql);

    public ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken) => engine.BeginSchemaAsync(cancellationToken);

    public ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) => engine.BeginSnapshotAsync(cancellationToken);

    public Exception Explain(Exception exception) => engine.Explain(exception);

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
