using System.Globalization;

namespace Actors.Persistence.Writing;

/// <summary>Converts the value of a column to the .NET type of the column's type.</summary>
internal static class ColumnValues
{
    public static object?[] Of<T>(RowColumn<T>[] columns, T state)
    {
        if (columns.Length == 0)
        {
            return [];
        }

        var values = new object?[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            values[i] = ToColumnType(columns[i].Type, columns[i].Value(state));
        }

        return values;
    }

    private static object? ToColumnType(ColumnType type, object? value) => (type, value) switch
    {
        (_, null) => null,
        (ColumnType.Text, string text) => StoredText.Of(text),
        (ColumnType.Text, _) => StoredText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        (ColumnType.Integer, long number) => number,
        (ColumnType.Integer, DateTimeOffset instant) => instant.ToUnixTimeMilliseconds(),
        (ColumnType.Integer, _) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (ColumnType.Real, _) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (ColumnType.Boolean, _) => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        (ColumnType.Bytes, byte[] bytes) => bytes,
        _ => throw new ArgumentException($"A column of type {type} cannot hold a {value.GetType().Name}.", nameof(value)),
    };
}
