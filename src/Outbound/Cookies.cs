using System.Globalization;
using System.Net;

namespace Actors.Outbound;

/// <summary>
/// The cookies of one call: some sites set a cookie and redirect to the same URL until they receive it. Each host has its own cookies, and a cookie's
/// domain attribute is ignored, so no cookie is sent to another host.
/// </summary>
internal sealed class Cookies
{
    private const int MostHosts = 10;

    private readonly Dictionary<string, CookieContainer> _byHost = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The <c>Cookie</c> header for a URL; null when there are no cookies.</summary>
    public string? For(Uri url) =>
        _byHost.TryGetValue(Host(url), out var jar) && jar.GetCookieHeader(url) is { Length: > 0 } header ? header : null;

    /// <summary>Stores the cookies of a response. Invalid cookies and cookies of another domain are ignored.</summary>
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
                // An invalid cookie is ignored; the site may answer without it.
            }
        }
    }

    // The key contains the port: a trusted service and a guarded host may share a name.
    private static string Host(Uri url) => string.Create(CultureInfo.InvariantCulture, $"{url.IdnHost}:{(url.IsDefaultPort ? 0 : url.Port)}");
}
