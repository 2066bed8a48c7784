using System.Net;
using Actors.Outbound.Guard;

namespace Actors.Outbound;

/// <summary>Creates the HTTP handler. Redirects, proxies, cookies and credentials are off.</summary>
internal static class OutboundHandler
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // Names are resolved and checked again at least this often.
    public static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    public const int MaxConnectionsPerHost = 16;
    public const int MaxHeaderKilobytes = 32;

    public static HttpMessageInvoker Create(GuardedConnector connector) => new(new SocketsHttpHandler
    {
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxConnectionsPerServer = MaxConnectionsPerHost,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        // Bodies are counted after decompression, while they are read.
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PreAuthenticate = false,
        Credentials = null,
        ActivityHeadersPropagator = null,
        MaxResponseDrainSize = 0,
    });
}
