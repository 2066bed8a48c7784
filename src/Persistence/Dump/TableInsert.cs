using System.Data.Common;
using System.Text.Json.Nodes;

namespace Actors.Persistence.Dump;

/// <summary>Inserts rows into one table and converts values to the types of its columns.</summary>
internal sealed class TableInsert
{
    private readonly DbCommand _command;
    private readonly IReadOnlyList<(string Name, Type Type)> _columns;

    private TableInsert(DbCommand command, IReadOnlyList<(string Name, Type Type)> columns)
    {
        (_command, _columns) = (command, columns);
        foreach (var (name, _) in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Prepares the statement from the table's columns.</summary>
    /// <exception cref="DumpRefusedException">The table does not exist.</exception>
    public static async Task<TableInsert> OfAsync(DbTransaction transaction, string table, CancellationToken cancellationToken)
    {
        if (!table.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw new DumpRefusedException($"\"{table}\" is not a table of this program.");
        try
        {
            var columns = await ColumnsAsync(transaction, table, cancellationToken).ConfigureAwait(false);
            var names = columns.Select(column => column.Name).ToList();
            var sql = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))})";
            return new TableInsert(Tables.Command(transaction, sql), columns);
        }
        catch (DbException failure)
        {
            throw new DumpRefusedException($"table {table} does not exist here ({failure.Message}). Was the file written by a newer program?");
        }
    }

    /// <summary>Inserts one row; missing columns are null.</summary>
    public async Task RunAsync(JsonObject values, CancellationToken cancellationToken)
    {
        if (values.FirstOrDefault(value => _columns.All(column => column.Name != value.Key)) is { Key: { } unknown })
            throw new DumpRefusedException($"column {unknown} does not exist here. Was the file written by a newer program?");
        for (var i = 0; i < _columns.Count; i++)
            _command.Parameters[i].Value = DumpValue.OfJson(values[_columns[i].Name], _columns[i].Type);
        await _command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<(string Name, Type Type)>> ColumnsAsync(DbTransaction transaction, string table, CancellationToken cancellationToken)
    {
        var reader = await Tables.Command(transaction, $"SELECT * FROM {table} LIMIT 0").ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        return [.. Tables.Columns(reader).Select(column => (column.Name, reader.GetFieldType(column.Ordinal)))];
    }
}
