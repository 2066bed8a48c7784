using System.Net.Sockets;
using System.Text;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Outbound;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Provider.Faults;

/// <summary>Services with the faults of promise R11, and their clients.</summary>
internal static class FaultKit
{
    /// <summary>Adds a fault of R11 to a path.</summary>
    public static void Break(this FakeUpstream site, string path, string fault)
    {
        var body = Encoding.UTF8.GetBytes("""{"next":null,"results":[{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"x"}]}""");
        _ = fault switch
        {
            "latency" => site.On(path, context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted)),
            "slow body" => site.OnStalled(path, "application/json"),
            "wrong length" => site.OnReset(path, body, "application/json"),
            "garbage" => site.On(path, context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return context.Response.Body.WriteAsync(body).AsTask();
            }),
            "burst of 503" => site.OnStatus(path, 503),
            "truncated JSON" => site.OnBytes(path, body[..40], "application/json"),
            "endless body" => site.OnEndless(path, "application/json"),
            _ => site.On(path, context =>
            {
                context.Abort();
                return Task.CompletedTask;
            }),
        };
    }

    /// <summary>Accepts connections without responding.</summary>
    public static TcpListener HalfOpen()
    {
        var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        return silent;
    }

    public static Uri Address(this TcpListener silent) => new($"http://{silent.LocalEndpoint}/");

    public static IOutbound Outbound(TimeProvider timeProvider)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(timeProvider).AddSingleton(new Random(7));
        builder.AddOutbound(new(builder.Configuration));
        return builder.Services.BuildServiceProvider().GetRequiredService<IOutbound>();
    }

    /// <summary>The notification handler; only its calls of the service matter here.</summary>
    public static NotificationHandler Handler(IOutbound way, ProviderSettings settings, TimeProvider timeProvider, IRowStore? rows = null) =>
        new(way, settings, rows!, new RegistrationMessages(settings, new LetterOutbox(timeProvider), timeProvider), timeProvider, NullLogger<NotificationHandler>.Instance);
}
