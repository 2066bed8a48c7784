using System.Text.Json;
using Actors.Persistence.Writing;

namespace Actors.Persistence;

/// <summary>Writes that are stored together or not at all. Built by one caller, committed once.</summary>
public sealed class WriteSet
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;
    private int _sealed;

    internal List<RowWrite> Rows { get; } = new(1);

    internal SqlWrite? Sql { get; private init; }

    internal bool HasMessages { get; private set; }

    internal bool IsRefused => _refusal is not null;

    /// <summary>Bytes of documents and roughly those of columns, to bound a batch.</summary>
    internal int Bytes { get; private set; }

    internal bool IsEmpty => Rows.Count == 0 && Sql is null;

    internal Task Answer => _answer.Task;

    /// <summary>Writes a state.</summary>
    /// <param name="kind">Which table, and how.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="state">The state; it is serialised now, later changes are not stored.</param>
    /// <param name="expectedVersion">Null: the row must not exist yet and gets version 1. Otherwise the row must have this version and gets the next.</param>
    public WriteSet Put<TState>(RowKind<TState> kind, string key, TState state, long? expectedVersion)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(state, kind.Json);
        var action = expectedVersion is null ? RowAction.Insert : RowAction.Update;
        return Add(new RowWrite(kind.Shape, action, RowKeys.Checked(key), expectedVersion ?? 0, document, kind.ValuesOf(state)));
    }

    /// <summary>Deletes a row that must have the expected version.</summary>
    public WriteSet Delete<TState>(RowKind<TState> kind, string key, long expectedVersion) =>
        Add(new RowWrite(kind.Shape, RowAction.Delete, RowKeys.Checked(key), expectedVersion, [], []));

    /// <summary>Writes a child row, whether it exists or not.</summary>
    public WriteSet Upsert<TRow>(ChildKind<TRow> kind, TRow row) => AddChild(kind.Shape, RowAction.Upsert, kind.ValuesOf(row));

    /// <summary>Removes a child row by its key columns, if it exists.</summary>
    public WriteSet Remove<TRow>(ChildKind<TRow> kind, TRow row) => AddChild(kind.Shape, RowAction.Remove, kind.ValuesOf(row));

    /// <summary>Stores an intent that is carried out after the commit, at least once.</summary>
    public WriteSet Enqueue(OutboxMessage message)
    {
        HasMessages = true;
        return AddChild(OutboxTable.Kind.Shape, RowAction.Enqueue, OutboxTable.Kind.ValuesOf(message));
    }

    internal static WriteSet OfSql(SqlWrite sql) => new() { Sql = sql };

    internal void Seal()
    {
        if (Interlocked.Exchange(ref _sealed, 1) != 0)
        {
            throw new InvalidOperationException("A write set can be committed once.");
        }
    }

    /// <summary>Notes that this set is not part of the commit; a later attempt may take it back by null.</summary>
    internal void Refuse(Exception? why) => _refusal = why;

    /// <summary>Wakes the caller, with the refusal if there is one.</summary>
    internal void Complete()
    {
        if (_refusal is null)
        {
            _answer.TrySetResult();
        }
        else
        {
            _answer.TrySetException(_refusal);
        }
    }

    private WriteSet AddChild(TableShape shape, RowAction action, object?[] values) =>
        Add(new RowWrite(shape, action, shape.KeyOf(values), 0, [], values));

    private static int LengthOf(object? value) => value switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 0 };

    private WriteSet Add(RowWrite write)
    {
        if (Volatile.Read(ref _sealed) != 0)
        {
            throw new InvalidOperationException("A committed write set takes no more writes.");
        }

        Rows.Add(write);
        Bytes += write.Document.Length + write.Values.Sum(LengthOf);
        return this;
    }
}
