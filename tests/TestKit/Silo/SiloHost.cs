using Microsoft.AspNetCore.Builder;

namespace Actors.TestKit;

/// <summary>
/// The silo in this process, on real loopback ports. The kit does not reference the silo (that would make every test project
/// build it), so a test hands over the way to create it: <c>SiloHost.StartAsync(SiloApp.Create, settings)</c>.
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

    /// <summary>What it was started with.</summary>
    public SiloSettings Settings { get; }

    /// <summary>Client of the combined listener.</summary>
    public HttpClient Client => _clients.For();

    /// <summary>Client of a role's listener.</summary>
    public HttpClient ClientFor(string role) => _clients.For(role);

    /// <summary>Starts a silo; without settings it gets its own, which go with it.</summary>
    public static async Task<SiloHost> StartAsync(
        Func<string[], Action<WebApplicationBuilder>?, WebApplication> create,
        SiloSettings? settings = null,
        Action<WebApplicationBuilder>? also = null)
    {
        var given = settings ?? new SiloSettings();
        var app = create(given.ToArguments(), builder =>
        {
            also?.Invoke(builder);
            builder.Services.AddEngineClock();
        });
        var host = new SiloHost(app, given, settings is null);
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

    /// <summary>Stops in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        if (_ownsSettings)
            Settings.Dispose();
    }
}
