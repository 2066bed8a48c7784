using System.Collections.Immutable;

namespace Actors.Persistence.Writing;

/// <summary>The columns of a table. Prepared statements are cached per instance.</summary>
internal sealed class TableShape
{
    public const string Key = "key";
    public const string Version = "version";
    public const string Document = "document";

    /// <summary>The column with the number of the commit that last wrote a sequenced row. The engine sets it.</summary>
    public const string CommitId = "commit_id";

    private readonly int[] _keyOrdinals;

    private TableShape(string name, ImmutableArray<string> keys, ImmutableArray<ColumnShape> columns)
    {
        Name = SqlNames.Checked(name);
        Keys = keys;
        Columns = columns;
        _keyOrdinals = [.. keys.Select(k => columns.IndexOf(columns.FirstOrDefault(c => c.Name == k)!))];
    }

    public string Name { get; }

    /// <summary>True if rows have the number of their last commit.</summary>
    public bool IsSequenced { get; private init; }

    /// <summary>The key columns of a child table; empty for rows, whose key column is <c>key</c>.</summary>
    public ImmutableArray<string> Keys { get; }

    public ImmutableArray<ColumnShape> Columns { get; }

    public IReadOnlyList<int> KeyOrdinals => _keyOrdinals;

    public static TableShape OfRows<T>(string table, IEnumerable<RowColumn<T>> columns, bool isSequenced = false) =>
        new(table, [], Shapes(columns)) { IsSequenced = isSequenced };

    public static TableShape OfChildren<T>(string table, string[] keys, IEnumerable<RowColumn<T>> columns)
    {
        var shape = new TableShape(table, [.. keys], Shapes(columns));
        return keys.Length > 0 && !shape._keyOrdinals.Contains(-1)
            ? shape
            : throw new ArgumentException($"The key columns of {table} must be among its columns.", nameof(keys));
    }

    /// <summary>The key of a child row as one text, which identifies the row within a batch.</summary>
    public string KeyOf(object?[] values) =>
        _keyOrdinals.Length == 1 ? Text(values[_keyOrdinals[0]]) : string.Join('\u001f', _keyOrdinals.Select(i => Text(values[i])));

    private static string Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static ImmutableArray<ColumnShape> Shapes<T>(IEnumerable<RowColumn<T>> columns) =>
        [.. columns.Select(c => new ColumnShape(SqlNames.Checked(c.Name), c.Type))];
}
