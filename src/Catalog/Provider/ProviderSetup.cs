using Actors.Catalog.Provider.Endpoints;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Grains.Startup;
using Actors.Grains.Storage;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Provider;

/// <summary>Registers the services of the events provider.</summary>
internal static class ProviderSetup
{
    private const string ProviderUrl = "EVENTS_PROVIDER_URL", ProviderKey = "EVENTS_PROVIDER_API_KEY";
    private const string NotificationUrl = "NOTIFICATION_URL", NotificationToken = "NOTIFICATION_TOKEN", NotificationOwner = "NOTIFICATION_OWNER_ID";

    /// <summary>Adds the services; problems go to the settings. Requires outbound requests, storage, mail and a TimeProvider.</summary>
    public static IServiceCollection AddProvider(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(Read(settings));
        services.AddSingleton<ProviderMetrics>();
        services.AddSingleton<RegistrationMessages>();
        services.AddSingleton<IEventsProvider, EventsProviderClient>();
        services.AddSingleton<ProviderEventRows>();
        services.AddSingleton<ProviderEventFinder>();
        services.AddSingleton<RegistrationService>();
        services.AddRowGrainStorage(ProviderRows.Storage, ProviderRows.Events);
        services.AddOutboxHandler<RegistrationHandler>();
        services.AddOutboxHandler<NotificationHandler>();
        services.AddCommand<SyncEventsCommand>();
        services.AddStartupTasks();
        services.AddHostedService<ProviderStarter>();
        services.AddTopic(settings);
        return services;
    }

    /// <summary>Reads the settings.</summary>
    internal static ProviderSettings Read(Settings settings)
    {
        var provider = Service(settings, ProviderUrl);
        var key = Header(settings, ProviderKey);
        if (provider is not null && key is null) settings.Problems.Add(ProviderKey, $"is required if {ProviderUrl} is set.");
        return new()
        {
            Provider = provider,
            ApiKey = key ?? "",
            Notification = Service(settings, NotificationUrl),
            NotificationToken = Header(settings, NotificationToken),
            NotificationOwner = settings.Text(NotificationOwner),
            Zone = settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow"),
        };
    }

    private static Uri? Service(Settings settings, string name)
    {
        var url = settings.Url(name);
        if (url is null || (url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0)) return url;
        settings.Problems.Add(name, "must be an address without user, query or fragment.");
        return null;
    }

    private static string? Header(Settings settings, string name)
    {
        if (settings.Text(name) is not { } text || text.All(c => c is > ' ' and < '\u007f')) return settings.Text(name);
        settings.Problems.Add(name, "has characters that cannot be sent in a header.");
        return null;
    }
}
