using System.Data.Common;
using Actors.Persistence.Writing;

namespace Actors.Persistence.Tests.Kit;

/// <summary>An engine with commits that a test can block or fail; it records the size of each batch.</summary>
internal sealed class GateEngine(IEngine inner) : IEngine
{
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<int> Batches { get; } = [];

    public Exception? Fault { get; set; }

    /// <summary>The exception of a commit that is durable but whose response is lost.</summary>
    public Exception? LostAnswer { get; set; }

    /// <summary>Snapshots are ordinary transactions, in which each statement sees concurrent commits.</summary>
    public bool WithoutSnapshot { get; init; }

    /// <summary>Completes when the first commit waits at the gate.</summary>
    public Task FirstArrived => _first.Task;

    public string Provider => inner.Provider;

    public void Open() => _open.TrySetResult();

    public void Close() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask CommitAsync(IReadOnlyList<WriteSet> batch)
    {
        _first.TrySetResult();
        await _open.Task;
        Batches.Add(batch.Count);
        if (Fault is { } fault)
        {
            throw fault;
        }

        await inner.CommitAsync(batch);
        if (LostAnswer is { } lost)
        {
            throw lost;
        }
    }

    public ValueTask<StoredRow<T>?> ReadAsync<T>(RowKind<T> kind, string key, CancellationToken cancellationToken) => inner.ReadAsync(kind, key, cancellationToken);

    public ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken cancellationToken) => inner.QueryAsync<T>(sql, args, cancellationToken);

    public string Adapt(string sql) => inner.Adapt(sql);

    public ValueTask<DbTransaction> BeginSchemaAsync(CancellationToken cancellationToken) => inner.BeginSchemaAsync(cancellationToken);

    public ValueTask<DbTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) => WithoutSnapshot ? inner.BeginSchemaAsync(cancellationToken) : inner.BeginSnapshotAsync(cancellationToken);

    public Exception Explain(Exception exception) => inner.Explain(exception);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
