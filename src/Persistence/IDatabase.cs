namespace Actors.Persistence;

/// <summary>
/// Queries on the rows that grains write, and maintenance writes. SQL must be in the common subset of SQLite and PostgreSQL, with parameters as
/// <c>@name</c> and lists as <c>IN @names</c>.
/// </summary>
public interface IDatabase
{
    /// <summary>"sqlite" or "postgresql".</summary>
    string Provider { get; }

    /// <summary>Runs a query and maps its rows by column name; <c>snake_case</c> columns map to properties.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default);

    /// <summary>Runs a maintenance write without a version check, through the batching writer.</summary>
    /// <returns>The number of changed rows.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancellationToken = default);

    /// <summary>Checks that the database responds.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task PingAsync(CancellationToken cancellationToken = default);
}
