namespace Actors.Persistence;

/// <summary>The type of a column: the common SQL types of SQLite and PostgreSQL.</summary>
public enum ColumnType
{
    /// <summary>TEXT: strings, UUIDs, addresses. NUL and lone surrogates, which databases cannot store, become U+FFFD.</summary>
    Text,

    /// <summary>BIGINT: integers, enums, and instants as Unix milliseconds.</summary>
    Integer,

    /// <summary>DOUBLE PRECISION.</summary>
    Real,

    /// <summary>BOOLEAN.</summary>
    Boolean,

    /// <summary>BYTEA.</summary>
    Bytes,
}
