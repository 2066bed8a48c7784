namespace Actors.Persistence.Writing;

/// <summary>One row of a write set, ready to be bound to a statement.</summary>
internal sealed record RowWrite(TableShape Table, RowAction Action, string Key, long Version, byte[] Document, object?[] Values)
{
    /// <summary>True if the write fails its set when the row does not have the expected version.</summary>
    public bool IsVersioned => Action <= RowAction.Delete;

    /// <summary>True if the row gets the number of the commit.</summary>
    public bool IsSequenced => Table.IsSequenced && Action is (RowAction.Insert or RowAction.Update);
}
