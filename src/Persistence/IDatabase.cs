namespace Actors.Persistence;

/// <summary>Reads for lists, on the same rows the grains write, and maintenance. SQL stays in the common subset of SQLite
/// and PostgreSQL, with parameters as <c>@name</c> and lists as <c>IN @names</c>.</summary>
public interface IDatabase
{
    /// <summary>"sqlite" or "postgresql".</summary>
    string Provider { get; }

    /// <summary>Runs a query and maps its rows by column name; <c>snake_case</c> columns find their members.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default);

    /// <summary>A maintenance write without version check; goes through the same writer as the grains' writes.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancellationToken = default);

    /// <summary>Asks the database for an answer, for health checks.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    Task PingAsync(CancellationToken cancellationToken = default);
}
