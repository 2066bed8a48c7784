using System.Net;
using Microsoft.Extensions.Primitives;

namespace Actors.Hosting.Dashboard;

/// <summary>
/// Decides whether a request comes from a browser on this machine that shows our own page or an address that its user typed. The connection
/// alone is no proof: a page of any site can make the browser connect to loopback, and can resolve its own name to it (DNS rebinding).
/// </summary>
internal static class LocalBrowser
{
    // A proxy on this machine connects from loopback too, but its client is elsewhere. A trusted proxy's headers are kept under the names
    // X-Original-*.
    private static readonly string[] s_forwarded =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP",
    ];

    /// <summary>True if addresses, port, Host and origin headers all show a local browser.</summary>
    public static bool IsSource(HttpContext context)
    {
        var (connection, request) = (context.Connection, context.Request);
        return IsLoopback(connection.RemoteIpAddress) && IsLoopback(connection.LocalIpAddress)
            && !s_forwarded.Any(request.Headers.ContainsKey)
            && NamesListener(request.Host, request.IsHttps, connection.LocalPort)
            && IsOfOwnPage(request.Headers, $"{request.Scheme}://{request.Host}");
    }

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    // After DNS rebinding the request reaches this listener, but its Host header still has the foreign name.
    private static bool NamesListener(HostString host, bool https, int port) => (host.Port ?? (https ? 443 : 80)) == port && IsLoopbackName(host.Host);

    private static bool IsLoopbackName(string name) =>
        string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase) || name == "[::1]" || IsLoopbackNumber(name);

    // Only the full form: other programs may read short or octal forms differently.
    private static bool IsLoopbackNumber(string name) =>
        name.StartsWith("127.", StringComparison.Ordinal) && IPAddress.TryParse(name, out var address) && address.ToString() == name;

    // Programs like curl send none of these headers; a browser sends at least Sec-Fetch-Site.
    private static bool IsOfOwnPage(IHeaderDictionary headers, string origin) =>
        IsAbsentOr(headers.Origin, value => IsSame(value, origin))
        && IsAbsentOr(headers.Referer, value => IsSame(value, origin) || value.StartsWith($"{origin}/", StringComparison.OrdinalIgnoreCase))
        && IsAbsentOr(headers["Sec-Fetch-Site"], value => value is "same-origin" or "none");

    private static bool IsSame(string value, string origin) => string.Equals(value, origin, StringComparison.OrdinalIgnoreCase);

    private static bool IsAbsentOr(StringValues header, Func<string, bool> matches) => header.Count == 0 || (header.Count == 1 && matches(header[0] ?? ""));
}
