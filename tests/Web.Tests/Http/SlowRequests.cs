using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Actors.Web.Tests.Http;

/// <summary>Promise S10, the server disconnects slow clients. It uses real time, because Kestrel's clock cannot be replaced.</summary>
public sealed class SlowRequests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private static readonly string[] s_beginnings =
    [
        "GET /ok HTTP/1.1\r\nHost: local",
        "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n",
        "POST /read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
    ];

    [Fact]
    public void The_limits_are_set()
    {
        var kestrel = new KestrelServerOptions();
        Listeners.ListenerSetup.Limit(kestrel);

        kestrel.Limits.RequestHeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        kestrel.Limits.MaxConcurrentConnections.ShouldNotBeNull();
        kestrel.Limits.MaxConcurrentUpgradedConnections.ShouldNotBeNull();
        kestrel.Limits.MinRequestBodyDataRate!.BytesPerSecond.ShouldBe(240);
        kestrel.Limits.MinResponseDataRate!.BytesPerSecond.ShouldBe(240);
    }

    [Fact]
    public async Task A_client_with_a_byte_a_second_is_disconnected()
    {
        await using var limited = await ApiServer.StartAsync(Map);
        await using var unlimited = await ApiServer.StartAsync(Map, builder => builder.WebHost.ConfigureKestrel(Unlimited));

        var cut = s_beginnings.Select(beginning => IsCutAsync(limited, beginning)).ToArray();
        var control = s_beginnings.Select(beginning => IsCutAsync(unlimited, beginning)).ToArray();

        (await Task.WhenAll(cut)).ShouldAllBe(ended => ended);
        (await Task.WhenAll(control)).ShouldAllBe(ended => !ended);
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/ok", () => "ok");
        app.MapPost("/read", (HttpContext context) => context.Request.Body.CopyToAsync(Stream.Null));
    }

    // ApiServer set the limits earlier; the last configuration wins.
    private static void Unlimited(KestrelServerOptions kestrel)
    {
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromHours(1);
        kestrel.Limits.MinRequestBodyDataRate = null;
    }

    private static async Task<bool> IsCutAsync(ApiServer server, string beginning)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.EndPoint);
        using var soon = new CancellationTokenSource(s_soon);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        var dripping = DripAsync(stream, soon.Token);
        try
        {
            var answer = new byte[1000];
            while (await stream.ReadAsync(answer, soon.Token) > 0) { }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        finally
        {
            await soon.CancelAsync();
            await dripping;
        }
    }

    private static async Task DripAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            for (; ; await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken)) await stream.WriteAsync("a"u8.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            }
    }
}
