using System.Text.Json.Serialization.Metadata;
using Actors.Persistence.Writing;

namespace Actors.Persistence;

/// <summary>
/// Maps states of one type to rows of one table: <c>key</c>, <c>version</c>, <c>document</c> and columns for queries. Create one instance for the
/// whole program.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed class RowKind<TState>
{
    private readonly RowColumn<TState>[] _columns;

    /// <summary>Creates the mapping of a table.</summary>
    /// <param name="table">The table, created by a schema script.</param>
    /// <param name="json">The serialization metadata of the document.</param>
    /// <param name="columns">The columns for queries.</param>
    public RowKind(string table, JsonTypeInfo<TState> json, params RowColumn<TState>[] columns)
        : this(TableShape.OfRows(table, columns), json, columns)
    {
    }

    internal RowKind(TableShape shape, JsonTypeInfo<TState> json, params RowColumn<TState>[] columns)
    {
        Shape = shape;
        Json = json;
        _columns = columns;
    }

    /// <summary>The table.</summary>
    public string Table => Shape.Name;

    internal TableShape Shape { get; }

    internal JsonTypeInfo<TState> Json { get; }

    internal object?[] ValuesOf(TState state) => ColumnValues.Of(_columns, state);
}
