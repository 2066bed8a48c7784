using Actors.Persistence.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Actors.Persistence.Postgres;

/// <summary>Builds the command of one action on one table. Each parameter is the array of one column.</summary>
internal static class PostgresArrays
{
    public static NpgsqlBatchCommand Command(string sql, IReadOnlyList<RowWrite> writes)
    {
        var table = writes[0].Table;
        var action = writes[0].Action;
        var command = new NpgsqlBatchCommand(sql);
        if (writes[0].IsVersioned)
        {
            Add(command, NpgsqlDbType.Text, Array(writes, w => w.Key));
            Add(command, NpgsqlDbType.Bigint, Array(writes, w => w.Version));
        }

        if (action is RowAction.Insert or RowAction.Update)
        {
            Add(command, NpgsqlDbType.Text, Array(writes, w => w.Document));
        }

        foreach (var ordinal in Ordinals(table, action))
        {
            Add(command, PostgresSql.TypeOf(table.Columns[ordinal].Type), Column(writes, ordinal, table.Columns[ordinal].Type));
        }

        return command;
    }

    private static IEnumerable<int> Ordinals(TableShape table, RowAction action) => action switch
    {
        RowAction.Delete => [],
        RowAction.Remove => table.KeyOrdinals,
        _ => Enumerable.Range(0, table.Columns.Length),
    };

    private static object Column(IReadOnlyList<RowWrite> writes, int ordinal, ColumnType type) => type switch
    {
        ColumnType.Text => Array(writes, w => (string?)w.Values[ordinal]),
        ColumnType.Integer => Array(writes, w => (long?)w.Values[ordinal]),
        ColumnType.Real => Array(writes, w => (double?)w.Values[ordinal]),
        ColumnType.Boolean => Array(writes, w => (bool?)w.Values[ordinal]),
        _ => Array(writes, w => (byte[]?)w.Values[ordinal]),
    };

    private static T[] Array<T>(IReadOnlyList<RowWrite> writes, Func<RowWrite, T> value)
    {
        var array = new T[writes.Count];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = value(writes[i]);
        }

        return array;
    }

    private static void Add(NpgsqlBatchCommand command, NpgsqlDbType type, object array) =>
        command.Parameters.Add(new NpgsqlParameter { Value = array, NpgsqlDbType = NpgsqlDbType.Array | type });
}
