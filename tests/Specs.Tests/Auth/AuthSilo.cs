using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>A silo in its own process with a listener for every role, for tests of accounts.</summary>
public sealed class AuthSilo : IAsyncLifetime
{
    public SiloProcess Silo { get; private set; } = null!;

    /// <summary>The auth service.</summary>
    public HttpClient Auth => Silo.ClientFor("auth");

    public HttpClient Gateway => Silo.ClientFor("gateway");

    /// <summary>The combined listener.</summary>
    public HttpClient All => Silo.Client;

    public HttpClient Of(string listener) => listener == "combined" ? All : Silo.ClientFor(listener);

    public async Task InitializeAsync() => Silo = await SiloProcess.StartAsync(new SiloSettings());

    public async Task DisposeAsync()
    {
        await Silo.DisposeAsync();
        Silo.Settings.Dispose();
    }
}
