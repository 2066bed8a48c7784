namespace Actors.Persistence.Writing;

/// <summary>Name and type of a column.</summary>
internal sealed record ColumnShape(string Name, ColumnType Type);
