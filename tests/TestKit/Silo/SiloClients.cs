namespace Actors.TestKit;

/// <summary>HTTP clients for the listeners of a silo under test. They do not follow redirects or keep cookies.</summary>
public sealed class SiloClients(SiloSettings settings) : IDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = [];
    private readonly Lock _gate = new();

    /// <summary>The client of a role's listener, or of the combined one for null.</summary>
    public HttpClient For(string? role = null)
    {
        lock (_gate)
        {
            if (!_clients.TryGetValue(role ?? "", out var client))
                _clients[role ?? ""] = client = Create(settings.AddressOf(role));
            return client;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private static HttpClient Create(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        return new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }
}
