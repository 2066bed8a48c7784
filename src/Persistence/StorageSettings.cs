using System.Globalization;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Npgsql;

namespace Actors.Persistence;

/// <summary>Which database, and where.</summary>
/// <param name="DataDirectory">Full path of <c>DATA_DIR</c>.</param>
/// <param name="ConnectionString">PostgreSQL's connection string; null: SQLite.</param>
/// <param name="Membership">Whether other silos share the database.</param>
internal sealed record StorageSettings(string DataDirectory, string? ConnectionString, Membership Membership)
{
    private const string FileName = "actors.db";

    public string SqliteFile => Path.Combine(DataDirectory, FileName);

    /// <summary>Says at start where the store is; of a connection string only what names the database.</summary>
    public StartLine Line => new("store", ConnectionString is null ? $"SQLite {SqliteFile}" : Describe(new NpgsqlConnectionStringBuilder(ConnectionString)));

    /// <summary>Reads the settings. A DATABASE_URL that cannot be read is added to the problems.</summary>
    public static StorageSettings Of(IConfiguration configuration, ConfigurationProblems problems)
    {
        string? connection = null;
        if (configuration[DatabaseUrl.Setting] is { } url && !string.IsNullOrWhiteSpace(url) && !DatabaseUrl.TryRead(url, out connection, out var problem))
            problems.Add(DatabaseUrl.Setting, problem);
        return new StorageSettings(Persistence.DataDirectory.Of(configuration), connection, MembershipSetting.Of(configuration));
    }

    private static string Describe(NpgsqlConnectionStringBuilder connection) =>
        string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {connection.Host}:{connection.Port}, database {connection.Database}");
}
