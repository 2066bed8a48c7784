using System.Globalization;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Npgsql;

namespace Actors.Persistence;

/// <summary>The settings of the database.</summary>
/// <param name="DataDirectory">Full path of <c>DATA_DIR</c>.</param>
/// <param name="ConnectionString">PostgreSQL's connection string; null for SQLite.</param>
/// <param name="Membership">Tells whether other silos share the database.</param>
internal sealed record StorageSettings(string DataDirectory, string? ConnectionString, Membership Membership)
{
    private const string FileName = "actors.db";

    public string SqliteFile => Path.Combine(DataDirectory, FileName);

    /// <summary>The start-up line about the store; it contains only host and database of a connection string.</summary>
    public StartLine Line => new("store", ConnectionString is null ? $"SQLite {SqliteFile}" : Describe(new NpgsqlConnectionStringBuilder(ConnectionString)));

    /// <summary>Reads the settings. An invalid DATABASE_URL is added to the problems.</summary>
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
