namespace Actors.Persistence.Locking;

internal sealed partial class PostgresLock
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The PostgreSQL session that holds the store lock was lost ({Reason}); it will be acquired again when the server responds")]
    private static partial void SessionLost(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store lock on the PostgreSQL database was acquired again")]
    private static partial void AcquiredAgain(ILogger logger);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Another program has acquired the PostgreSQL database; this program stops")]
    private static partial void TakenOver(ILogger logger);
}
