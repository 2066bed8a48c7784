using Actors.Core.Configuration;
using Actors.Outbound.Guard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Polly;

namespace Actors.Outbound.Tests;

/// <summary>The client as the program registers it, with the test's resolver, clock and guard.</summary>
internal static class Outgoing
{
    public static readonly OutboundPolicy Once = new("test", 100_000, TimeSpan.FromSeconds(5), Retries: 0);

    public static IOutbound Create(IResolver? resolver = null, string? allow = null, TimeProvider? timeProvider = null, IOutboundGuard? guard = null, bool breaking = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services;
        services.AddSingleton(new Random(7));
        if (resolver is not null)
        {
            services.AddSingleton(resolver);
        }

        if (timeProvider is not null)
        {
            services.AddSingleton(timeProvider);
        }

        if (guard is not null)
        {
            services.AddSingleton(guard);
        }

        if (!breaking)
        {
            services.AddSingleton(new Breakers(() => ResiliencePipeline<Hop>.Empty));
        }

        builder.AddOutbound(new(Configuration(allow)));
        return services.BuildServiceProvider().GetRequiredService<IOutbound>();
    }

    public static IConfiguration Configuration(string? allow) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(OutboundSetup.AllowSetting, allow)])
        .Build();

    public static IReadOnlyList<AllowEntry> Allowed(string allow, ConfigurationProblems problems) =>
        OutboundSetup.ReadAllowed(new Settings(Configuration(allow), problems));
}
