using Actors.Core.Configuration;
using Actors.Persistence;
using Actors.Persistence.Locking;
using Actors.Persistence.Migrations;
using Actors.Silo.Commands;
using Microsoft.AspNetCore.Connections;

namespace Actors.Silo;

/// <summary>Runs the program or a command. Expected failures are printed as sentences, without stack traces.</summary>
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
        catch (Exception failure) when (IsExpected(failure))
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Refused;
        }
    }

    private static bool IsExpected(Exception failure) =>
        failure is ConfigurationRefusedException or AlreadyRunningException or StoreUnavailableException or SchemaException
            or IOException { InnerException: AddressInUseException };
}
