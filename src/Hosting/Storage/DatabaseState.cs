using Actors.Hosting.Reminders;
using Actors.Persistence;
using Actors.Persistence.Dump;
using Orleans.Runtime.Hosting;

namespace Actors.Hosting.Storage;

/// <summary>
/// Storage of reminders and of state that is never listed. PostgreSQL: Orleans' AdoNet packages. SQLite: two small providers of our own, because
/// the packages would be a second writer of the file. State that is listed is rows on either database (<c>AddRowGrainStorage</c>).
/// </summary>
public static class DatabaseState
{
    private const string Invariant = "Npgsql";

    /// <summary>The name of Orleans' default grain storage.</summary>
    private const string DefaultStorage = "Default";

    /// <summary>Adds grain storage for state without a storage name, and reminders.</summary>
    public static ISiloBuilder UseDatabaseState(this ISiloBuilder silo) =>
        DatabaseUrl.Connection(silo.Configuration) is { } connection ? silo.UsePostgresState(connection) : silo.UseSqliteState();

    private static ISiloBuilder UseSqliteState(this ISiloBuilder silo)
    {
        silo.Services.AddGrainStorage(DefaultStorage, (provider, _) => new DefaultGrainStorage(provider.GetRequiredService<IRowStore>()));
        silo.Services.AddSingleton<IReminderTable, ReminderTable>();
        return silo.AddReminders();
    }

    private static ISiloBuilder UsePostgresState(this ISiloBuilder silo, string connection)
    {
        silo.Services.AddClusterSchema();
        silo.Services.AddSingleton<StateGrainTypes>().AddSingleton<IOwnTables, OrleansTables>();
        silo.AddAdoNetGrainStorageAsDefault(options =>
        {
            (options.Invariant, options.ConnectionString) = (Invariant, connection);
            options.GrainStorageSerializer = new StateSerializer();
            options.DeleteStateOnClear = true;
        });
        return silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
    }
}
