using System.Net;
using Microsoft.Extensions.Primitives;

namespace Actors.Hosting.Dashboard;

/// <summary>
/// Whether a request comes from a browser on this machine that shows our own page or an address that its user typed. The connection alone does
/// not tell: a page of any site can have the browser connect to loopback, and a name of its own can be made to resolve to it (DNS rebinding).
/// </summary>
internal static class LocalBrowser
{
    // A proxy on this machine connects from loopback too. Whoever is behind it is not here, be the proxy trusted (then the originals are kept
    // under other names) or not.
    private static readonly string[] s_forwarded =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP",
    ];

    /// <summary>True when every sign of the request says so.</summary>
    public static bool IsAsking(HttpContext context)
    {
        var (connection, request) = (context.Connection, context.Request);
        return IsLoopback(connection.RemoteIpAddress) && IsLoopback(connection.LocalIpAddress)
            && !s_forwarded.Any(request.Headers.ContainsKey)
            && NamesListener(request.Host, request.IsHttps, connection.LocalPort)
            && IsOfOwnPage(request.Headers, $"{request.Scheme}://{request.Host}");
    }

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    // A rebound name reaches this listener, but the browser still sends that name.
    private static bool NamesListener(HostString host, bool https, int port) => (host.Port ?? (https ? 443 : 80)) == port && IsLoopbackName(host.Host);

    private static bool IsLoopbackName(string name) =>
        string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase) || name == "[::1]" || IsLoopbackNumber(name);

    // Written in full: what is short for it, or octal, may mean something else elsewhere.
    private static bool IsLoopbackNumber(string name) =>
        name.StartsWith("127.", StringComparison.Ordinal) && IPAddress.TryParse(name, out var address) && address.ToString() == name;

    // Programs such as curl send none of these; a browser sends at least the last.
    private static bool IsOfOwnPage(IHeaderDictionary headers, string origin) =>
        IsAbsentOr(headers.Origin, value => IsSame(value, origin))
        && IsAbsentOr(headers.Referer, value => IsSame(value, origin) || value.StartsWith($"{origin}/", StringComparison.OrdinalIgnoreCase))
        && IsAbsentOr(headers["Sec-Fetch-Site"], value => value is "same-origin" or "none");

    private static bool IsSame(string value, string origin) => string.Equals(value, origin, StringComparison.OrdinalIgnoreCase);

    private static bool IsAbsentOr(StringValues header, Func<string, bool> rule) => header.Count == 0 || (header.Count == 1 && rule(header[0] ?? ""));
}
