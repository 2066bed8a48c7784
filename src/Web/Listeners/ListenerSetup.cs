using Actors.Core.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Web.Listeners;

/// <summary>Sets the server up: addresses, roles and the limits that hold before any route is known.</summary>
public static class ListenerSetup
{
    /// <summary>Half a request head may take this long.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Open connections; the server's own default is without limit.</summary>
    public const int MaxConnections = 10_000;

    /// <summary>Open WebSockets.</summary>
    public const int MaxUpgradedConnections = 5_000;

    /// <summary>
    /// Listens on <c>ASPNETCORE_URLS</c> and on the ports of <c>LISTENERS</c> and <c>METRICS_LISTEN</c>. In Development a taken role port is
    /// left out with a warning. The name <c>localhost</c> stands for both loopback addresses.
    /// </summary>
    public static void AddListeners(this WebApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var development = builder.Environment.IsDevelopment();
        var plan = ListenerPlan.Read(settings, development);
        builder.WebHost.UseUrls([.. plan.AllUrls]);
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.AddSingleton(plan);
        if (development) builder.Services.AddSingleton<IConnectionListenerFactory, RolePorts>();
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
