namespace Actors.Persistence.Writing;

/// <summary>One row of a write set, ready to be bound to a statement.</summary>
internal sealed record RowWrite(TableShape Table, RowAction Action, string Key, long Version, byte[] Document, object?[] Values)
{
    /// <summary>Whether the write fails its set when the row is not as expected.</summary>
    public bool IsVersioned => Action <= RowAction.Delete;

    /// <summary>Whether the row gets the number of the commit.</summary>
    public bool IsSequenced => Table.IsSequenced && Action is (RowAction.Insert or RowAction.Update);
}
