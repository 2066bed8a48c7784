namespace Actors.Plumbing.Storage.Locking;

internal sealed partial class PostgresLock
{
    [LoggerMessage(Level = LogLevel.Critical, Message = "The PostgreSQL session that holds the exclusive lock was lost: the program stops, because another one may own the database now")]
    private static partial void SessionLost(ILogger logger, Exception exception);
}
