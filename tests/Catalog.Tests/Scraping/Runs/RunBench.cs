using System.Diagnostics.Metrics;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Tests.Extraction;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A source with a site, a store and a catalogue in memory, without a silo.</summary>
internal sealed class RunBench
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public RunBench(int events = 0, int perPage = 10, int batch = 7)
    {
        Site = MemorySite.Of(events, perPage, Crashes);
        Store = new(Crashes);
        Intake = new(Crashes);
        Parts = new(Settings(batch), Store, Site, Intake, new ScrapingMetrics(Meters), Clock);
    }

    public SourceSettings Source { get; set; } = new() { Name = "site", Kind = SourceKind.Listing, Url = MemorySite.Host + "/list", LinkSelector = "a.event", MaxPages = 1_000 };

    /// <summary>The random number; 0 means no delay.</summary>
    public double Draw { get; set; }

    public Crashes Crashes { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Start);

    public HeldSwitch Hold { get; } = new();

    public MemorySite Site { get; }

    public MemorySourceStore Store { get; }

    public MemoryIntake Intake { get; }

    public SourceRunParts Parts { get; }

    private static IMeterFactory Meters { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>The run as seen by a new process.</summary>
    public async Task<SourceRun> LoadAsync() => new(Source, await Store.LoadAsync(Source.Name, default), Parts);

    /// <summary>Resumes or starts a run and executes it to its end.</summary>
    public async Task<SourceRun> RunAsync()
    {
        var run = await LoadAsync();
        if (!run.State.Running)
            await run.BeginAsync(default);
        while (await run.StepAsync(default))
        {
        }
        return run;
    }

    /// <summary>Resumes the first run in a new process, unless it has ended.</summary>
    public async Task GoOnAsync()
    {
        if ((await LoadAsync()).State is { Run: 0 } or { Running: true })
            await RunAsync();
    }

    private ScrapingSettings Settings(int batch) => new()
    {
        Interval = TimeSpan.FromHours(1),
        BatchSize = batch,
        DefaultZone = Page.Moscow,
        Sources = [Source],
    };
}
