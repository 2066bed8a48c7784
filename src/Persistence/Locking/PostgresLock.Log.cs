namespace Actors.Persistence.Locking;

internal sealed partial class PostgresLock
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The PostgreSQL session that holds the lock of the store was lost ({Reason}); the lock is taken again when the server answers")]
    private static partial void SessionLost(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The lock of the store on the PostgreSQL database was taken again")]
    private static partial void TakenAgain(ILogger logger);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Another program has taken the PostgreSQL database over: this one stops")]
    private static partial void TakenMeanwhile(ILogger logger);
}
