namespace Actors.Persistence;

/// <summary>A column that queries need, computed from a state (or from a child row) when it is written.</summary>
/// <typeparam name="TState">The state or child row.</typeparam>
/// <param name="Name">The column's name in the table.</param>
/// <param name="Type">What the column holds.</param>
/// <param name="Value">The value; null, string, Guid, Uri, integers, enums, bool, double, DateTimeOffset or byte[].</param>
public sealed record RowColumn<TState>(string Name, ColumnType Type, Func<TState, object?> Value);
