using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Tests.Extraction;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Core.Holding;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Scraping with real rows and reminders; the site and the catalogue are in memory.</summary>
internal sealed class SourceHost : IAsyncDisposable
{
    private readonly IHost _host;

    private SourceHost(IHost host) => this._host = host;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IDatabase Database => _host.Services.GetRequiredService<IDatabase>();

    public ScrapeRunner ScrapeRunner => _host.Services.GetRequiredService<ScrapeRunner>();

    public ICommandHandler Command(string name) => _host.Services.GetServices<ICommandHandler>().Single(c => c.Name == name);

    public ISourceGrain Source => Grains.GetSource("site");

    public static async Task<SourceHost> StartAsync(RunBench bench, string folder, params (string Name, string Value)[] settings)
    {
        var file = Path.Combine(folder, "sources.json");
        await File.WriteAllTextAsync(file, $$"""{"sources":[{"name":"site","kind":"listing","url":"{{MemorySite.Host}}/list","link_selector":"a.event"}]}""");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DATA_DIR"] = folder, ["SCRAPER_SOURCES"] = file });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        builder.Services.AddSingleton<TimeProvider>(bench.Clock);
        builder.Services.AddSingleton(new RandomSource(() => bench.Draw));
        builder.AddStorage(new(builder.Configuration));
        builder.Services.AddSchema("catalog", typeof(SourceStore).Assembly);
        builder.Services.AddEngineClock();
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        builder.Services.AddSingleton(new CatalogOptions { Zone = Page.Moscow, BatchSize = 7 });
        var problems = new ConfigurationProblems();
        builder.Services.AddScraping(new Settings(builder.Configuration, problems), builder.Environment);
        problems.ThrowIfAny();
        builder.Services.AddSingleton<IHeldStore>(bench.Hold);
        builder.Services.AddSingleton<IIntake>(bench.Intake);
        builder.Services.AddSingleton<IPageFetcher>(bench.Site);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>Completes when run number <paramref name="run"/> has ended.</summary>
    public async Task<IntakeCounts> EndOfAsync(long run)
    {
        while (true)
        {
            if (await Source.Progress(run, TimeSpan.FromSeconds(10), CancellationToken.None) is { Finished: true } progress)
                return progress.Counts;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
