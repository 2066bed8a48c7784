using Npgsql;

namespace Actors.Persistence.Postgres;

/// <summary>What PostgreSQL's error codes mean to callers.</summary>
internal static class PostgresErrors
{
    /// <summary>Another transaction was in the way; the same batch may work at once.</summary>
    public static bool IsPassing(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
    };

    /// <summary>Whether the database works and refuses what was asked.</summary>
    public static bool IsRefusal(Exception exception) => exception is PostgresException e && !IsOutage(e.SqlState) && !IsPassing(e);

    public static Exception Explain(Exception exception) => exception switch
    {
        StoreUnavailableException => exception,
        PostgresException e when IsRefusal(e) => new RowRefusedException($"PostgreSQL refused a row: {e.MessageText}", e),
        PostgresException e => new StoreUnavailableException($"PostgreSQL cannot be used: {e.MessageText}", e),
        NpgsqlException or TimeoutException or IOException or ObjectDisposedException =>
            new StoreUnavailableException($"PostgreSQL cannot be reached: {exception.Message}", exception),
        _ => exception,
    };

    // 08 connection, 25006 read-only, 3D000/28 no such database or user, 53 disk full and other resources, 57 shutting down, 58 input/output, XX damaged.
    private static bool IsOutage(string state) =>
        state[..2] is "08" or "28" or "3D" or "53" or "57" or "58" or "XX" || state == PostgresErrorCodes.ReadOnlySqlTransaction;
}
