using Actors.Core.Configuration;
using Actors.Persistence;
using Actors.Persistence.Locking;
using Actors.Persistence.Migrations;
using Actors.Silo.Commands;
using Microsoft.AspNetCore.Connections;

namespace Actors.Silo;

/// <summary>Runs the program or a command; what stands in the way is said in sentences, not in stack traces.</summary>
internal static class SiloRun
{
    private const int Refused = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandLine.NamesCommand(args)) return await CommandLine.RunAsync(args);
            await using var app = SiloApp.Create(args);
            await app.Services.ReadyStorageAsync();
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (IsForOperators(refusal))
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    private static bool IsForOperators(Exception refusal) =>
        refusal is ConfigurationRefusedException or AlreadyRunningException or StoreUnavailableException or SchemaException
            or IOException { InnerException: AddressInUseException };
}
