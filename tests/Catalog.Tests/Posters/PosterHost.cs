using Actors.Catalog.Posters;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Outbound;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters with real rows, folder, reminders and start-up.</summary>
internal sealed class PosterHost : IAsyncDisposable
{
    private readonly IHost _host;

    private PosterHost(IHost host) => _host = host;

    public IDatabase Database => _host.Services.GetRequiredService<IDatabase>();
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();
    public IServiceProvider Services => _host.Services;

    /// <summary>Restarts after a stop. A cluster member leaves young posters to the hourly sweep, so its restart is a late one.</summary>
    public static Task<PosterHost> RestartAsync(string folder, FakeUpstream upstream, params (string Name, string Value)[] settings)
        => StartAsync(folder, upstream, TimeProvider.System, settings);

    public static Task<PosterHost> StartAsync(string folder, FakeUpstream upstream, params (string Name, string Value)[] settings)
        => StartAsync(folder, upstream, TimeProvider.System, settings);

    public static Task<PosterHost> StartAsync(string folder, FakeUpstream upstream, TimeProvider timeProvider, params (string Name, string Value)[] settings)
        => StartAsync(folder, upstream, timeProvider, static _ => { }, settings);

    public static async Task<PosterHost> StartAsync(
        string folder, FakeUpstream upstream, TimeProvider timeProvider, Action<IServiceCollection> change, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DATA_DIR"] = folder,
            ["OUTBOUND_ALLOW"] = upstream.AllowEntry,
        });
        builder.Services.AddSingleton(timeProvider);
        builder.AddStorage(new(builder.Configuration));
        builder.Services.AddSchema("catalog", typeof(CatalogModule).Assembly);
        builder.AddOutbound(new(builder.Configuration));
        builder.Services.AddEngineClock();
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        builder.Services.AddPosters(builder.Configuration);
        change(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new PosterHost(host);
    }

    public async Task<PosterOutcome> Obtain(Uri url) => await Grains.GetPosterSource(url.AbsoluteUri).Obtain(new PosterRequest(url.AbsoluteUri));

    /// <summary>Stores an event row that uses a poster.</summary>
    public Task Show(string poster) => Database.ExecuteAsync(
        """
        INSERT INTO events (key, version, document, id, event_type, active, shard, poster, changed_at)
        VALUES (@poster, 1, '{}', 1, 'concert', @active, 0, @poster, 0)
        """, new { poster, active = true });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
