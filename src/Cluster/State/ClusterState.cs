using Actors.Plumbing.Storage.Moving;

namespace Actors.Cluster.State;

/// <summary>
/// State that is never listed and reminders, in Orleans' own tables on PostgreSQL. Kinds that are listed stay rows of their own tables
/// (<c>AddRowGrainStorage</c>), in either build.
/// </summary>
internal static class ClusterState
{
    private const string Invariant = "Npgsql";

    /// <summary>Adds both, and the scripts of their tables.</summary>
    public static ISiloBuilder UseClusterState(this ISiloBuilder silo, string connection)
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
