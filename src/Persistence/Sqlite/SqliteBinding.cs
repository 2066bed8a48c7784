using System.Text;
using SQLitePCL;

namespace Actors.Persistence.Sqlite;

/// <summary>Binds values to a prepared statement.</summary>
internal static class SqliteBinding
{
    private const int StackBytes = 512;

    public static void Bind(sqlite3_stmt statement, int index, object? value)
    {
        switch (value)
        {
            case null: raw.sqlite3_bind_null(statement, index); break;
            case string text: BindText(statement, index, text); break;
            case long number: raw.sqlite3_bind_int64(statement, index, number); break;
            case bool truth: raw.sqlite3_bind_int(statement, index, truth ? 1 : 0); break;
            case double real: raw.sqlite3_bind_double(statement, index, real); break;
            case byte[] bytes: BindBytes(statement, index, bytes); break;
            default: throw new ArgumentException($"A value of type {value.GetType().Name} cannot be stored.", nameof(value));
        }
    }

    public static void BindText(sqlite3_stmt statement, int index, string text)
    {
        if (text.Length is 0 or > StackBytes / 3)
        {
            raw.sqlite3_bind_text(statement, index, text);
            return;
        }

        Span<byte> utf8 = stackalloc byte[StackBytes];
        raw.sqlite3_bind_text(statement, index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private static void BindBytes(sqlite3_stmt statement, int index, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            raw.sqlite3_bind_zeroblob(statement, index, 0);
        }
        else
        {
            raw.sqlite3_bind_blob(statement, index, bytes);
        }
    }
}
