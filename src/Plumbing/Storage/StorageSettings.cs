namespace Actors.Plumbing.Storage;

/// <summary>Which database, and where.</summary>
/// <param name="DataDirectory">Full path of <c>DATA_DIR</c>.</param>
/// <param name="ConnectionString">PostgreSQL's connection string; null: SQLite.</param>
internal sealed record StorageSettings(string DataDirectory, string? ConnectionString)
{
    private const string FileName = "actors.db";

    public string SqliteFile => Path.Combine(DataDirectory, FileName);

    /// <exception cref="InvalidOperationException">DATABASE_URL cannot be read; the message is for the operator.</exception>
    public static StorageSettings Of(IConfiguration configuration)
    {
        var url = configuration[DatabaseUrl.Setting];
        string? connection = null;
        if (!string.IsNullOrWhiteSpace(url) && !DatabaseUrl.TryRead(url, out connection, out var problem))
        {
            throw new InvalidOperationException(problem);
        }

        return new StorageSettings(Storage.DataDirectory.Of(configuration), connection);
    }
}
