using System.Data.Common;
using Dapper;

namespace Actors.Persistence.Migrations;

/// <summary>
/// Runs a script and retries it if a table is locked. PostgreSQL aborts the wait after a short <c>lock_timeout</c>, so that queries behind the script
/// can proceed. A savepoint keeps the effects of earlier scripts.
/// </summary>
internal sealed class ScriptRetry(DbTransaction transaction, TimeProvider timeProvider)
{
    /// <summary>SQLSTATE lock_not_available.</summary>
    private const string LockNotAvailable = "55P03";
    private const string Savepoint = "before_script";

    /// <summary>About 20 seconds in total, during which the locks of earlier scripts are held.</summary>
    private const int Attempts = 40;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a script.</summary>
    /// <exception cref="DbException">It failed, or a table stayed locked.</exception>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryAsync(sql, last: attempt == Attempts, cancellationToken).ConfigureAwait(false); attempt++)
            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(string sql, bool last, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            var script = new CommandDefinition(sql, null, transaction, commandTimeout: 0, cancellationToken: cancellationToken);
            await transaction.Connection!.ExecuteAsync(script).ConfigureAwait(false);
            await transaction.ReleaseAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (exception.SqlState == LockNotAvailable && !last)
        {
            await transaction.RollbackAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
