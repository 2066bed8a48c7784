using System.Globalization;
using System.Net;

namespace Actors.Outbound;

/// <summary>
/// Cookies of one call, forgotten with it: some sites set one and redirect to the same address until it comes back. Each host has its own,
/// whatever domain a cookie names, so that none is ever sent to another host.
/// </summary>
internal sealed class Cookies
{
    private const int MostHosts = 10;

    private readonly Dictionary<string, CookieContainer> _byHost = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The <c>Cookie</c> header for an address; null when there is none.</summary>
    public string? For(Uri url) =>
        _byHost.TryGetValue(Host(url), out var jar) && jar.GetCookieHeader(url) is { Length: > 0 } header ? header : null;

    /// <summary>Keeps what an answer sets. A cookie that cannot be read, or is for another domain, is left out.</summary>
    public void Keep(Uri url, HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var lines) || (_byHost.Count >= MostHosts && !_byHost.ContainsKey(Host(url))))
        {
            return;
        }

        if (!_byHost.TryGetValue(Host(url), out var jar))
        {
            _byHost[Host(url)] = jar = new CookieContainer();
        }

        foreach (var line in lines)
        {
            try
            {
                jar.SetCookies(url, line);
            }
            catch (CookieException)
            {
                // The site still answers without it.
            }
        }
    }

    // A connection that the operator vouches for and one that the guard judged may have one name and different ports.
    private static string Host(Uri url) => string.Create(CultureInfo.InvariantCulture, $"{url.IdnHost}:{(url.IsDefaultPort ? 0 : url.Port)}");
}
