using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Cluster.Tests.Engine;

/// <summary>A single silo on SQLite and a test clock, configured like the program.</summary>
internal sealed class EngineSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private EngineSilo(IHost host) => _host = host;

    public Journal Journal => _host.Services.GetRequiredService<Journal>();

    public IDatabase Database => _host.Services.GetRequiredService<IDatabase>();

    public IEngineGrain Grain => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IEngineGrain>("a");

    public static async Task<EngineSilo> StartAsync(TempFolder folder, TimeProvider timeProvider, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", folder.Folder)]);
        builder.Services.AddSingleton(timeProvider).AddSingleton<Journal>().AddEngineClock();
        builder.AddStorage(new(builder.Configuration));
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        configure?.Invoke(builder.Services);
        var silo = new EngineSilo(builder.Build());
        await silo._host.StartAsync();
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
