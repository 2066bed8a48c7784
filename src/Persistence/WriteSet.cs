using System.Text.Json;
using Actors.Persistence.Writing;

namespace Actors.Persistence;

/// <summary>Writes that are stored atomically. A set belongs to one caller and can be committed once.</summary>
public sealed class WriteSet
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;
    private int _sealed;

    internal List<RowWrite> Rows { get; } = new(1);

    internal SqlWrite? Sql { get; private init; }

    internal bool HasMessages { get; private set; }

    internal bool IsRefused => _refusal is not null;

    /// <summary>The approximate size in bytes, to bound a batch.</summary>
    internal int Bytes { get; private set; }

    internal bool IsEmpty => Rows.Count == 0 && Sql is null;

    internal Task Answer => _answer.Task;

    /// <summary>Writes a state.</summary>
    /// <param name="kind">The mapping of the table.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="state">The state; it is serialised immediately.</param>
    /// <param name="expectedVersion">Null if the row must not exist; it gets version 1. Otherwise the row must have this version and gets the next
    /// one.</param>
    public WriteSet Put<TState>(RowKind<TState> kind, string key, TState state, long? expectedVersion)
    {
        var document = JsonSerializer.SerializeToUtf8Bytes(state, kind.Json);
        var action = expectedVersion is null ? RowAction.Insert : RowAction.Update;
        return Add(new RowWrite(kind.Shape, action, RowKeys.Checked(key), expectedVersion ?? 0, document, kind.ValuesOf(state)));
    }

    /// <summary>Deletes a row that must have the expected version.</summary>
    public WriteSet Delete<TState>(RowKind<TState> kind, string key, long expectedVersion) =>
        Add(new RowWrite(kind.Shape, RowAction.Delete, RowKeys.Checked(key), expectedVersion, [], []));

    /// <summary>Inserts or replaces a child row.</summary>
    public WriteSet Upsert<TRow>(ChildKind<TRow> kind, TRow row) => AddChild(kind.Shape, RowAction.Upsert, kind.ValuesOf(row));

    /// <summary>Removes a child row by its key columns, if it exists.</summary>
    public WriteSet Remove<TRow>(ChildKind<TRow> kind, TRow row) => AddChild(kind.Shape, RowAction.Remove, kind.ValuesOf(row));

    /// <summary>Stores a message that is delivered at least once after the commit.</summary>
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

    /// <summary>Marks this set as refused; null clears the mark before another attempt.</summary>
    internal void Refuse(Exception? why) => _refusal = why;

    /// <summary>Completes the caller's task, with the refusal if there is one.</summary>
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
            throw new InvalidOperationException("A committed write set cannot be changed.");
        }

        Rows.Add(write);
        Bytes += write.Document.Length + write.Values.Sum(LengthOf);
        return this;
    }
}
