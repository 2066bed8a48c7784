using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Tests.Kill;

/// <summary>Opens the database of a stopped silo.</summary>
internal static class StoppedSilo
{
    public static async Task<int> ExecuteAsync(SiloSettings settings, string sql)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", settings.DataDir)]);
        builder.AddStorage(new(builder.Configuration));
        await using var services = builder.Services.BuildServiceProvider();
        return await services.GetRequiredService<IDatabase>().ExecuteAsync(sql);
    }
}
