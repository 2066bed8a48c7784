using Actors.Hosting.Reminders;
using Actors.Persistence;
using Actors.Persistence.Dump;
using Orleans.Runtime.Hosting;

namespace Actors.Hosting.Storage;

/// <summary>
/// State that is never listed, and reminders. On PostgreSQL Orleans' AdoNet packages keep both. On SQLite they would be a second writer of the
/// file, so two small providers of our own do. State that is listed is rows on either database (<c>AddRowGrainStorage</c>).
/// </summary>
public static class DatabaseState
{
    private const string Invariant = "Npgsql";

    /// <summary>The storage of grains that name none.</summary>
    private const string DefaultStorage = "Default";

    /// <summary>Adds grain storage for state without a storage name, and reminders.</summary>
    public static ISiloBuilder UseStateOfDatabase(this ISiloBuilder silo) =>
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
