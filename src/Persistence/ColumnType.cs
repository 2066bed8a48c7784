namespace Actors.Persistence;

/// <summary>What a column holds. The names of the SQL types are the common subset of SQLite and PostgreSQL.</summary>
public enum ColumnType
{
    /// <summary>TEXT: strings, UUIDs, addresses. NUL and lone surrogates, which no database keeps, become U+FFFD.</summary>
    Text,

    /// <summary>BIGINT: integers, enums, and instants as unix milliseconds.</summary>
    Integer,

    /// <summary>DOUBLE PRECISION.</summary>
    Real,

    /// <summary>BOOLEAN.</summary>
    Boolean,

    /// <summary>BYTEA.</summary>
    Bytes,
}
