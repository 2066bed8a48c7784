using Actors.Catalog.Duplicates;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Events.Rollovers;
using Actors.Catalog.Feeds;
using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Pages;
using Actors.Catalog.Posters;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Endpoints;
using Actors.Catalog.Scraping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Tool;
using Actors.Core.Caching;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Grains.Startup;
using Actors.Grains.Storage;
using Actors.Outbound;
using Actors.Persistence;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog;

/// <summary>Events: scraped or handed in, kept, listed, and moved on when their dates go by.</summary>
public static class CatalogModule
{
    /// <summary>Everything the module consists of.</summary>
    public static void AddCatalog(this IHostApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(CatalogOptions.Read(settings, builder.Environment.IsProduction()));
        services.AddSchema("catalog", typeof(CatalogModule).Assembly);
        services.AddRowGrainStorage(EventRow.Storage, EventRow.Kind);
        services.AddSingleton<IEventRows, EventRows>();
        services.AddSingleton<Intake>();
        services.AddSingleton<IIntake>(provider => provider.GetRequiredService<Intake>());
        services.AddSingleton<EventReader>();
        services.AddSingleton<EventUuidCache>();
        services.AddSingleton<EventFinder>();
        services.TryAddSingleton<SharedFill>();
        services.AddSingleton<ListMetrics>();
        services.AddSingleton<ListStream>();
        services.AddSingleton<ListLoader>();
        services.AddSingleton<ListRevalidator>();
        services.AddSingleton<EventLists>();
        services.AddSingleton<ISnapshotRows, SnapshotRows>();
        services.AddSingleton<EventSnapshots>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FilteredLists>(provider, MembershipSetting.Of(builder.Configuration)));
        services.AddSingleton<ListRequestReader>();
        services.AddStartupTasks();
        services.AddSingleton<RolloverMetrics>();
        services.AddHostedService<RolloverStart>();
        services.AddPosters(builder.Configuration, settings.Problems);
        services.AddScraping(settings, builder.Environment);
        services.AddProvider(settings);
        services.AddDuplicates();
        services.Configure<DialectTable>(table => table
            .Add("/scraper", ErrorDialect.FastApi).Add("/scraperCatalog", ErrorDialect.FastApi).Add("/catalog", ErrorDialect.FastApi)
            .Add("/api/events", ErrorDialect.Drf));
    }

    /// <summary>The commands of the module that need no running program. They need outbound requests and a clock from elsewhere.</summary>
    public static void AddCatalogCommands(this IHostApplicationBuilder builder, Settings settings)
    {
        var sources = ScrapingSetup.ReadAllSources(settings, builder.Environment);
        var zone = settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow");
        builder.Services.AddSingleton<IOfflineCommand>(all => new ScrapeCommand(
            sources, zone, all.GetRequiredService<IOutbound>(), all.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Every route of the module.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapScraper();
        routes.MapUploads();
        routes.MapLists();
        routes.MapFeeds();
        routes.MapPosters();
        routes.MapProviderEvents();
    }
}
