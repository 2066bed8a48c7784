using Microsoft.AspNetCore.Builder;

namespace Actors.TestKit;

/// <summary>
/// Runs the silo in this process on real loopback ports. The kit does not reference the silo, because every test project would then build it; a test
/// passes the factory: <c>SiloHost.StartAsync(SiloApp.Create, settings)</c>.
/// </summary>
public sealed class SiloHost : IAsyncDisposable
{
    private readonly SiloClients _clients;
    private readonly bool _ownsSettings;

    private SiloHost(WebApplication app, SiloSettings settings, bool ownsSettings)
    {
        (App, Settings, _ownsSettings) = (app, settings, ownsSettings);
        _clients = new SiloClients(settings);
    }

    /// <summary>The running application, for its services.</summary>
    public WebApplication App { get; }

    /// <summary>The settings of the silo.</summary>
    public SiloSettings Settings { get; }

    /// <summary>Client of the combined listener.</summary>
    public HttpClient Client => _clients.For();

    /// <summary>Client of a role's listener.</summary>
    public HttpClient ClientFor(string role) => _clients.For(role);

    /// <summary>Starts a silo. Without settings it creates and disposes its own.</summary>
    public static async Task<SiloHost> StartAsync(
        Func<string[], Action<WebApplicationBuilder>?, WebApplication> create,
        SiloSettings? settings = null,
        Action<WebApplicationBuilder>? also = null)
    {
        var used = settings ?? new SiloSettings();
        var app = create(used.ToArguments(), builder =>
        {
            also?.Invoke(builder);
            builder.Services.AddEngineClock();
        });
        var host = new SiloHost(app, used, settings is null);
        try
        {
            await host.App.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the silo gracefully.</summary>
    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (_ownsSettings)
            Settings.Dispose();
    }
}
