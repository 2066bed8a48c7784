namespace Actors.Persistence.Writing;

/// <summary>What a write does to a row. The first three check the version.</summary>
internal enum RowAction
{
    Insert,
    Update,
    Delete,
    Upsert,
    Remove,
    Enqueue,
}
