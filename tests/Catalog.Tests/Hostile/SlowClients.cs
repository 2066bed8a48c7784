using System.Net.Sockets;
using System.Text;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Many connections that occupy the server: each sends a beginning and then almost nothing.</summary>
internal sealed class SlowClients : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private readonly List<Socket> _sockets = [];
    private Task _dripping = Task.CompletedTask;

    /// <summary>Half a request head.</summary>
    public const string HalfHead = "GET /catalog/events HTTP/1.1\r\nHost: local";

    /// <summary>A request without its body.</summary>
    public const string Body = "POST /scraper/results HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n";

    /// <summary>A request for the whole list.</summary>
    public const string List = "GET /catalog/events HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /// <summary>Opens the connections and sends the beginning on each.</summary>
    public static async Task<SlowClients> StartAsync(Uri server, int count, string beginning, bool drips)
    {
        var clients = new SlowClients();
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 2048 };
            clients._sockets.Add(socket);
            await socket.ConnectAsync(server.Host, server.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
        }

        if (drips) clients._dripping = clients.DripAsync();
        return clients;
    }

    /// <summary>Opens and closes connections in batches until cancelled.</summary>
    public static SlowClients Flood(Uri server, int atOnce)
    {
        var clients = new SlowClients();
        clients._dripping = Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => clients.KnockAsync(server))));
        return clients;
    }

    /// <summary>Connections that the server has not closed; a closed one can be read to its end.</summary>
    public int Open => _sockets.Count(socket => !IsEnded(socket));

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _dripping;
        foreach (var socket in _sockets) socket.Dispose();
        _enough.Dispose();
    }

    private static bool IsEnded(Socket socket)
    {
        try
        {
            while (socket.Poll(0, SelectMode.SelectRead))
            {
                if (socket.Receive(new byte[4096]) == 0) return true;
            }

            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private async Task DripAsync()
    {
        try
        {
            for (; ; await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, _enough.Token))
            {
                foreach (var socket in _sockets) await SendAsync(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private static async Task SendAsync(Socket socket)
    {
        try
        {
            await socket.SendAsync(" "u8.ToArray());
        }
        catch (SocketException)
        {
            // The server closed the connection.
        }
    }

    private async Task KnockAsync(Uri server)
    {
        while (!_enough.IsCancellationRequested)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
            await socket.ConnectAsync(server.Host, server.Port);
            await socket.SendAsync("GET / HT"u8.ToArray());
        }
    }
}
