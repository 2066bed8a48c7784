using Actors.Persistence.Writing;

namespace Actors.Persistence;

/// <summary>Additional rows of a grain (for example bookings or audit lines), without version and document.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class ChildKind<TRow>
{
    private readonly RowColumn<TRow>[] _columns;

    /// <summary>Creates the mapping of a table.</summary>
    /// <param name="table">The table, created by a schema script.</param>
    /// <param name="keyColumns">The names of the primary key columns.</param>
    /// <param name="columns">All columns.</param>
    public ChildKind(string table, string[] keyColumns, params RowColumn<TRow>[] columns)
    {
        Shape = TableShape.OfChildren(table, keyColumns, columns);
        _columns = columns;
    }

    /// <summary>The table.</summary>
    public string Table => Shape.Name;

    internal TableShape Shape { get; }

    internal object?[] ValuesOf(TRow row) => ColumnValues.Of(_columns, row);
}
