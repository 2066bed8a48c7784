using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Hosting.Membership;
using Actors.Outbound;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Scraping.Hosts;

/// <summary>The page fetcher with its grains and real outbound requests, on a test clock.</summary>
internal sealed class FetchHost : IAsyncDisposable
{
    private readonly IHost _host;

    private FetchHost(IHost host, ManualTimeProvider clock) => (this._host, Clock) = (host, clock);

    public ManualTimeProvider Clock { get; }

    public IPageFetcher Pages => _host.Services.GetRequiredService<IPageFetcher>();

    public IOutbound Outbound => _host.Services.GetRequiredService<IOutbound>();

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<FetchHost> StartAsync(FakeUpstream site)
    {
        var clock = new ManualTimeProvider();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [OutboundSetup.AllowSetting] = site.AllowEntry });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddOutbound(new(builder.Configuration));
        builder.Services.AddSingleton(new RandomSource(() => 0));
        builder.Services.AddSingleton<RobotsFetcher>();
        builder.Services.AddSingleton<IPageFetcher, PageFetcher>();
        builder.Services.AddEngineClock();
        builder.UseOrleans(static silo => silo.UseSingleSilo());
        var host = builder.Build();
        await host.StartAsync();
        return new(host, clock);
    }

    /// <summary>Fetches a page while time advances in steps of a tenth of a second.</summary>
    public async Task<FetchOutcome> FetchAsync(Uri url, bool asksRobots = true)
    {
        var fetch = Pages.FetchAsync(new(url, asksRobots), default);
        await PassAsync(fetch);
        return await fetch;
    }

    /// <summary>Advances time until <paramref name="end"/>. Responses are messages, so time must not run ahead of them.</summary>
    public async Task PassAsync(Task end, double step = 0.1)
    {
        while (await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System)) != end)
            Clock.Advance(TimeSpan.FromSeconds(step));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
