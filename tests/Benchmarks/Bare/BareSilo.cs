using System.Net;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Actors.Benchmarks.Bare;

/// <summary>A web host with an idle single silo: the minimum cost of a start.</summary>
internal static class BareSilo
{
    public const string Name = "bare-silo";
    private const string Url = "BARE_URL";

    /// <summary>Starts a silo in a separate process and waits until <c>/health</c> responds.</summary>
    public static async Task<Worker> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var worker = await Worker.StartAsync(Name, (Url, address.ToString()));
        using var client = new HttpClient();
        await client.GetStringAsync(new Uri(address, "/health"));
        return worker;
    }

    /// <summary>The entry point of the process.</summary>
    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Worker.Needed(Url));
        builder.UseOrleans(silo => silo.BeAlone());
        var app = builder.Build();
        app.MapGet("/health", static () => Results.Ok());
        await app.StartAsync();
        await using (app) await Worker.ServeAsync(static () => Task.FromResult(""));
    }

    /// <summary>A silo as in Orleans' samples, on free ports.</summary>
    public static ISiloBuilder BeAlone(this ISiloBuilder silo)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        return silo.UseDevelopmentClustering(endpoint).Configure<EndpointOptions>(options =>
            (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (endpoint.Address, endpoint.Port, 0));
    }
}
