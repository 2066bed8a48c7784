namespace Actors.Persistence;

/// <summary>A column for queries, computed from a state or a child row when it is written.</summary>
/// <typeparam name="TState">The state or child row.</typeparam>
/// <param name="Name">The column's name in the table.</param>
/// <param name="Type">The column's type.</param>
/// <param name="Value">Computes the value: null, string, Guid, Uri, integers, enums, bool, double, DateTimeOffset or byte[].</param>
public sealed record RowColumn<TState>(string Name, ColumnType Type, Func<TState, object?> Value);
