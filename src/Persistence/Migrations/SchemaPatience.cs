using System.Data.Common;
using Dapper;

namespace Actors.Persistence.Migrations;

/// <summary>
/// Runs scripts that may have to wait for a table. PostgreSQL gives up after a moment (<c>lock_timeout</c>), so that programs which queued behind the
/// script are served, and the script alone is asked for again; what the scripts before it did stays.
/// </summary>
internal sealed class SchemaPatience(DbTransaction transaction, TimeProvider timeProvider)
{
    /// <summary>SQLSTATE lock_not_available.</summary>
    private const string TableTaken = "55P03";
    private const string Before = "before_script";

    /// <summary>About 20 seconds: what the scripts before hold is held meanwhile.</summary>
    private const int Attempts = 40;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a script.</summary>
    /// <exception cref="DbException">It failed, or a table it needs was in use all the time.</exception>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        for (var attempt = 1; !await TryAsync(sql, last: attempt == Attempts, cancellationToken).ConfigureAwait(false); attempt++)
            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(string sql, bool last, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync(Before, cancellationToken).ConfigureAwait(false);
        try
        {
            var script = new CommandDefinition(sql, null, transaction, commandTimeout: 0, cancellationToken: cancellationToken);
            await transaction.Connection!.ExecuteAsync(script).ConfigureAwait(false);
            await transaction.ReleaseAsync(Before, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (exception.SqlState == TableTaken && !last)
        {
            await transaction.RollbackAsync(Before, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
