using Npgsql;

namespace Actors.Persistence.Postgres;

/// <summary>Translates PostgreSQL's error codes.</summary>
internal static class PostgresErrors
{
    /// <summary>True if another transaction was in the way: the same batch may succeed at once.</summary>
    public static bool IsTransient(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
    };

    /// <summary>True if the database works but refuses the statement.</summary>
    public static bool IsRefusal(Exception exception) => exception is PostgresException e && !IsOutage(e.SqlState) && !IsTransient(e);

    public static Exception Explain(Exception exception) => exception switch
    {
        StoreUnavailableException => exception,
        PostgresException e when IsRefusal(e) => new RowRefusedException($"PostgreSQL refused a row: {e.MessageText}", e),
        PostgresException e => new StoreUnavailableException($"PostgreSQL cannot be used: {e.MessageText}", e),
        NpgsqlException or TimeoutException or IOException or ObjectDisposedException =>
            new StoreUnavailableException($"PostgreSQL cannot be reached: {exception.Message}", exception),
        _ => exception,
    };

    // 08 connection, 25006 read-only, 3D000 and 28 unknown database or user, 53 disk full or other resources, 57 shutdown, 58 input/output, XX corruption.
    private static bool IsOutage(string state) =>
        state[..2] is "08" or "28" or "3D" or "53" or "57" or "58" or "XX" || state == PostgresErrorCodes.ReadOnlySqlTransaction;
}
