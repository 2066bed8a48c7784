using Actors.Core.Configuration;
using Actors.Outbound.Guard;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Outbound;

/// <summary>Registers the way out.</summary>
public static class OutboundSetup
{
    /// <summary>The setting that opens what the guard closes: hosts, networks (CIDR) or host:port, separated by commas.</summary>
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
                settings.Problems.Add(AllowSetting, $"\"{text}\" is no host, network or host:port.");
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
        // A pool of its own: a connection that the guard did not judge must never serve an address that somebody else chose.
        var trusted = OutboundHandler.Create(new GuardedConnector(resolver, new OperatorsChoice()));
        var resilience = new Resilience(clock, () => Draw(random));
        var breakers = services.GetService<Breakers>() ?? new Breakers(resilience.Breaker);
        return new OutboundClient(new OutboundExchange(http, trusted, clock), guard, resilience, breakers, clock, services.GetRequiredService<ILogger<OutboundClient>>());
    }

    // A Random of ours is not safe to share between threads.
    private static double Draw(Random random)
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
