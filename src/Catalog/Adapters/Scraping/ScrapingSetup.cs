using Actors.Catalog.Grains.Sources;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Sources;
using Actors.Plumbing.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Adapters.Scraping;

/// <summary>Registers scraping.</summary>
internal static class ScrapingSetup
{
    private const string DefaultFile = "sources.json";
    private const char Separator = ';';

    /// <summary>
    /// Reads the settings and the sources, adds what is wrong with them to <paramref name="problems"/>, and registers what runs them.
    /// Needs storage, outbound requests, an intake and a clock from elsewhere.
    /// </summary>
    public static IServiceCollection AddScraping(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, ConfigurationProblems problems)
    {
        var settings = Read(configuration, environment, problems);
        services.AddSingleton(settings);
        services.AddSingleton<ScrapingMetrics>();
        services.AddSingleton<ISourceStore, SourceStore>();
        services.AddSingleton<IPageFetcher, PageFetcher>();
        services.AddSingleton<SourceRunParts>();
        services.AddSingleton<IScrapes, Scrapes>();
        services.AddHostedService<SourceStarter>();
        return services;
    }

    internal static ScrapingSettings Read(IConfiguration configuration, IHostEnvironment environment, ConfigurationProblems problems)
    {
        var settings = new Settings(configuration, problems);
        var file = SourcesFile.Join(Files(settings, environment).Select(path => ReadFile(path, settings)));
        foreach (var problem in file.Problems)
            problems.Add("SCRAPER_SOURCES", problem);
        return new()
        {
            Interval = settings.Seconds("SCRAPE_INTERVAL_SECONDS", ScrapingSettings.DefaultIntervalSeconds, ScrapingSettings.LeastIntervalSeconds),
            BatchSize = settings.Integer("BATCH_SIZE", ScrapingSettings.DefaultBatchSize, 1, ScrapingSettings.MostBatchSize),
            DefaultZone = settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow"),
            Sources = [.. file.Sources.Where(s => s.EnabledIn(environment.EnvironmentName))],
        };
    }

    // A file that was named must exist; the default one may be missing, and then there is nothing to scrape.
    private static IEnumerable<string> Files(Settings settings, IHostEnvironment environment)
    {
        if (settings.Text("SCRAPER_SOURCES") is { } named)
            return named.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => Path.Combine(environment.ContentRootPath, f));
        string[] places = [Path.Combine(environment.ContentRootPath, DefaultFile), Path.Combine(AppContext.BaseDirectory, DefaultFile)];
        return places.Where(File.Exists).Take(1);
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
