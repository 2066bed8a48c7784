using Actors.Core.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Web.Listeners;

/// <summary>Configures the server: URLs, roles and connection limits.</summary>
public static class ListenerSetup
{
    /// <summary>The timeout of request headers.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Maximum number of open connections; Kestrel's default is unlimited.</summary>
    public const int MaxConnections = 10_000;

    /// <summary>Maximum number of open WebSockets.</summary>
    public const int MaxUpgradedConnections = 5_000;

    /// <summary>
    /// Listens on <c>ASPNETCORE_URLS</c> and on the ports of <c>LISTENERS</c> and <c>METRICS_LISTEN</c>. In Development, a role's port that is in use
    /// is skipped with a warning. The name <c>localhost</c> means both loopback addresses.
    /// </summary>
    public static void AddListeners(this WebApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var development = builder.Environment.IsDevelopment();
        var plan = ListenerPlan.Read(settings, development);
        builder.WebHost.UseUrls([.. plan.AllUrls]);
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.AddSingleton(plan);
        if (development) builder.Services.AddSingleton<IConnectionListenerFactory, OptionalListenerFactory>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, RoleMatcherPolicy>());
    }

    internal static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = MaxUpgradedConnections;
    }
}
