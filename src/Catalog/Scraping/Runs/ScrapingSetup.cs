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

/// <summary>Registers the services of scraping.</summary>
internal static class ScrapingSetup
{
    private const string Name = "SCRAPER_SOURCES", DefaultFile = "sources.json";
    private const char Separator = ';';

    /// <summary>
    /// Reads the sources, adds their problems to <paramref name="settings"/>, and registers the services that run them. Requires storage, outbound
    /// requests, an intake, the module's options and a TimeProvider.
    /// </summary>
    public static IServiceCollection AddScraping(this IServiceCollection services, Settings settings, IHostEnvironment environment)
    {
        var sources = ReadSources(settings, environment);
        services.AddSingleton(provider => Settings(provider.GetRequiredService<CatalogOptions>(), sources));
        services.AddSingleton<ScrapingMetrics>();
        services.AddSingleton<ISourceStore, SourceStore>();
        services.TryAddSingleton(_ => RandomSource.Of(new Random(Guid.NewGuid().GetHashCode())));
        services.AddSingleton<FailedItems>();
        services.AddCommand<FailedCommand>();
        services.AddCommand<ReplayCommand>();
        services.AddCommand<PayloadCommand>();
        services.AddSingleton<RobotsFetcher>();
        services.AddSingleton<IPageFetcher, PageFetcher>();
        services.AddSingleton<SourceRunParts>();
        services.AddSingleton<ScrapeRunner>();
        services.AddStartupTasks();
        services.AddHostedService<SourceStarter>();
        return services;
    }

    /// <summary>The sources enabled in this environment.</summary>
    internal static ImmutableArray<SourceSettings> ReadSources(Settings settings, IHostEnvironment environment) =>
        [.. ReadAllSources(settings, environment).Where(s => s.EnabledIn(environment.EnvironmentName))];

    /// <summary>All sources, enabled or not.</summary>
    internal static ImmutableArray<SourceSettings> ReadAllSources(Settings settings, IHostEnvironment environment)
    {
        var file = SourcesFile.Merge(Files(settings, environment).Select(path => ReadFile(path, settings)));
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

    // A configured file must exist; the default file may be missing.
    private static IEnumerable<string> Files(Settings settings, IHostEnvironment environment)
    {
        if (settings.Text(Name) is { } named)
            return named.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(file => Locate(file, environment));
        return new[] { Locate(DefaultFile, environment) }.Where(File.Exists);
    }

    // Relative to the content root (the project folder under dotnet run), else beside the program.
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
