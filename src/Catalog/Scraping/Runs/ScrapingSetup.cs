using System.Collections.Immutable;
using Actors.Catalog.Scraping.Commands;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Grains.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Registers scraping.</summary>
internal static class ScrapingSetup
{
    private const string Name = "SCRAPER_SOURCES", DefaultFile = "sources.json";
    private const char Separator = ';';

    /// <summary>
    /// Reads the sources, adds what is wrong with them to the problems of <paramref name="settings"/>, and registers what runs them.
    /// Needs storage, outbound requests, an intake, the module's options and a clock from elsewhere.
    /// </summary>
    public static IServiceCollection AddScraping(this IServiceCollection services, Settings settings, IHostEnvironment environment)
    {
        var sources = ReadSources(settings, environment);
        services.AddSingleton(all => Settings(all.GetRequiredService<CatalogOptions>(), sources));
        services.AddSingleton<ScrapingMetrics>();
        services.AddSingleton<ISourceStore, SourceStore>();
        services.TryAddSingleton(_ => Chance.Of(new Random(Guid.NewGuid().GetHashCode())));
        services.AddSingleton<FailedItems>();
        services.AddCommand<FailedCommand>();
        services.AddCommand<ReplayCommand>();
        services.AddCommand<PayloadCommand>();
        services.AddSingleton<RobotsFetcher>();
        services.AddSingleton<IPageFetcher, PageFetcher>();
        services.AddSingleton<SourceRunParts>();
        services.AddSingleton<Scrapes>();
        services.AddStartupTasks();
        services.AddHostedService<SourceStarter>();
        return services;
    }

    /// <summary>The sources that are on in this environment.</summary>
    internal static ImmutableArray<SourceSettings> ReadSources(Settings settings, IHostEnvironment environment) =>
        [.. ReadAllSources(settings, environment).Where(s => s.EnabledIn(environment.EnvironmentName))];

    /// <summary>The sources that are known, on or not.</summary>
    internal static ImmutableArray<SourceSettings> ReadAllSources(Settings settings, IHostEnvironment environment)
    {
        var file = SourcesFile.Join(Files(settings, environment).Select(path => ReadFile(path, settings)));
        foreach (var problem in file.Problems)
            settings.Problems.Add(Name, problem);
        return file.Sources;
    }

    private static ScrapingSettings Settings(CatalogOptions options, ImmutableArray<SourceSettings> sources) => new()
    {
        Interval = options.ScrapeInterval,
        BatchSize = options.BatchSize,
        DefaultZone = options.Zone,
        Sources = sources,
    };

    // A file that was named must exist; the default one may be missing, and then there is nothing to scrape.
    private static IEnumerable<string> Files(Settings settings, IHostEnvironment environment)
    {
        if (settings.Text(Name) is { } named)
            return named.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(file => Locate(file, environment));
        return new[] { Locate(DefaultFile, environment) }.Where(File.Exists);
    }

    // Relative to the content root (a project folder, with dotnet run), else beside the program.
    private static string Locate(string file, IHostEnvironment environment)
    {
        var inRoot = Path.Combine(environment.ContentRootPath, file);
        var beside = Path.Combine(AppContext.BaseDirectory, file);
        return !File.Exists(inRoot) && File.Exists(beside) ? beside : inRoot;
    }

    private static SourcesFile ReadFile(string path, Settings settings)
    {
        try
        {
            return SourcesFile.Read(File.ReadAllText(path), Path.GetFileName(path), settings.Text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new([], [$"{path} cannot be read: {e.Message}"]);
        }
    }
}
