using Actors.Core.Configuration;
using Actors.Outbound.Guard;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Outbound;

/// <summary>Registers the outgoing HTTP client.</summary>
public static class OutboundSetup
{
    /// <summary>The setting with exceptions from the guard: hosts, networks (CIDR) or host:port, separated by commas.</summary>
    public const string AllowSetting = "OUTBOUND_ALLOW";

    /// <summary>Adds <see cref="IOutbound"/>.</summary>
    public static void AddOutbound(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var (services, allowed) = (builder.Services, ReadAllowed(settings));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IResolver, DnsResolver>();
        services.TryAddSingleton<IOutboundGuard>(provider => new OutboundGuard(allowed, new OwnAddresses(provider.GetRequiredService<TimeProvider>())));
        services.TryAddSingleton<IOutbound>(Create);
    }

    internal static IReadOnlyList<AllowEntry> ReadAllowed(Settings settings)
    {
        var allowed = new List<AllowEntry>();
        foreach (var text in settings.List(AllowSetting))
        {
            if (AllowEntry.Parse(text) is { } entry)
            {
                allowed.Add(entry);
            }
            else
            {
                settings.Problems.Add(AllowSetting, $"\"{text}\" is not a host, network or host:port.");
            }
        }

        return allowed;
    }

    internal static OutboundClient Create(IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var guard = services.GetRequiredService<IOutboundGuard>();
        var random = services.GetService<Random>() ?? new Random(Guid.NewGuid().GetHashCode());
        var resolver = services.GetRequiredService<IResolver>();
        var http = OutboundHandler.Create(new GuardedConnector(resolver, guard));
        // A separate connection pool: a request to an untrusted URL must never reuse a connection that the guard did not check.
        var trusted = OutboundHandler.Create(new GuardedConnector(resolver, new TrustedGuard()));
        var resilience = new Resilience(clock, () => Draw(random));
        var breakers = services.GetService<Breakers>() ?? new Breakers(resilience.Breaker);
        return new OutboundClient(new OutboundExchange(http, trusted, clock), guard, resilience, breakers, clock, services.GetRequiredService<ILogger<OutboundClient>>());
    }

    // A seeded Random is not thread-safe.
    private static double Draw(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
