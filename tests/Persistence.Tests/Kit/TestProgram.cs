using Actors.Grains.Storage;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Actors.Persistence.Tests.Kit;

/// <summary>A host with storage and grains, registered as in the silo.</summary>
internal static class TestProgram
{
    /// <param name="database">The database and its folder.</param>
    /// <param name="changes">Additional or replaced settings.</param>
    public static async Task<IHost> StartAsync(TestDatabase database, params (string Name, string? Value)[] changes)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", database.Folder), new("DATABASE_URL", database.Url)]);
        builder.Configuration.AddInMemoryCollection(changes.Select(change => KeyValuePair.Create(change.Name, change.Value)));
        builder.AddStorage(new(builder.Configuration));
        builder.Services.AddSchema("tests", typeof(TestProgram).Assembly);
        builder.Services.AddRowGrainStorage("notes", Note.Kind);
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            // Stopping a silo that did not start throws.
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }

    public static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
