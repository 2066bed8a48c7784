using Actors.Plumbing.Configuration;
using Actors.Plumbing.Storage;
using Actors.Plumbing.Storage.Locking;
using Actors.Plumbing.Storage.Schema;

namespace Actors.Silo.Hosting;

/// <summary>Runs the program; what stands in its way is said in sentences, not in stack traces.</summary>
internal static class SiloRun
{
    private const int Refused = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = SiloApp.Create(args);
            await app.Services.ReadyStorageAsync();
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (refusal is ConfigurationRefusedException or AlreadyRunningException or SchemaException or StoreUnavailableException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }
}
