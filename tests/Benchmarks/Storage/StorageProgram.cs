using Actors.Grains.Storage;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Benchmarks.Storage;

/// <summary>A host with storage and grains on a new database, configured like the silo.</summary>
internal static class StorageProgram
{
    /// <summary>A separate table per writer, so that versions do not conflict.</summary>
    private static readonly string[] s_tables = ["bench_raw", Book.OfStore.Table, Book.OfGrains.Table];

    public static async Task<IHost> StartAsync(string folder, string? url, Action<IServiceCollection>? also = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", folder), new("DATABASE_URL", url)]);
        builder.AddStorage(new(builder.Configuration));
        builder.Services.AddRowGrainStorage("books", Book.OfGrains);
        also?.Invoke(builder.Services);
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        var host = builder.Build();
        await host.StartAsync();
        var database = host.Services.GetRequiredService<IDatabase>();
        foreach (var table in s_tables)
        {
            await database.ExecuteAsync($"CREATE TABLE {table} (key TEXT PRIMARY KEY, version BIGINT NOT NULL, document TEXT NOT NULL, pages BIGINT)");
        }

        return host;
    }

    public static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
