using Actors.Plumbing.Storage;
using Actors.Plumbing.Storage.Moving;

namespace Actors.Cluster.State;

/// <summary>
/// State that is never listed and reminders. PostgreSQL keeps them in Orleans' own tables; on SQLite the program's storage has registered
/// two providers of its own (<c>AddStorage</c>). Kinds that are listed are rows of their own tables on either (<c>AddRowGrainStorage</c>).
/// </summary>
public static class DatabaseState
{
    private const string Invariant = "Npgsql";

    /// <summary>Adds reminders and, on PostgreSQL, Orleans' AdoNet packages with the scripts of their tables.</summary>
    public static ISiloBuilder UseStateOfDatabase(this ISiloBuilder silo) =>
        DatabaseUrl.Connection(silo.Configuration) is { } connection ? silo.UsePostgresState(connection) : silo.AddReminders();

    private static ISiloBuilder UsePostgresState(this ISiloBuilder silo, string connection)
    {
        silo.Services.AddClusterSchema();
        silo.Services.AddSingleton<StateNames>().AddSingleton<IOwnTables, OrleansTables>();
        silo.AddAdoNetGrainStorageAsDefault(options =>
        {
            (options.Invariant, options.ConnectionString) = (Invariant, connection);
            options.GrainStorageSerializer = new StateSerializer();
            options.DeleteStateOnClear = true;
        });
        return silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
    }
}
