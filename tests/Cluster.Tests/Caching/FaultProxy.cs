using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Actors.Cluster.Tests.Caching;

/// <summary>Stands between a client and a server, and does to their bytes what a test says.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(2), s_drip = TimeSpan.FromMilliseconds(300);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly EndPoint _server;
    private readonly int _seed;
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private volatile Fault _fault;

    public FaultProxy(int serverPort, int seed)
    {
        (_server, _seed) = (new IPEndPoint(IPAddress.Loopback, serverPort), seed);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>What happens from now on, also to connections there are.</summary>
    public Fault Fault
    {
        get => _fault;
        set
        {
            var was = _fault;
            _fault = value;
            if (value == Fault.Refused) CloseAll();
            else if (was == Fault.Refused) Listen();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        CloseAll();
        _ending.Dispose();
    }

    private void Listen()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private void CloseAll()
    {
        _listener.Stop();
        foreach (var socket in _sockets) socket.Close();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptSocketAsync(_ending.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener is closed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _sockets.Add(client);
        _sockets.Add(server);
        try
        {
            if (_fault == Fault.Closed) return;
            await server.ConnectAsync(_server, _ending.Token);
            await Task.WhenAny(PumpAsync(client, server, answers: false), PumpAsync(server, client, answers: true));
        }
        finally
        {
            client.Close();
            server.Close();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, _ending.Token)) > 0 && await PassAsync(buffer.AsMemory(0, read), to, answers))
            {
                // Until a socket is closed.
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Ended.
        }
    }

    /// <summary>Passes bytes on, or what the fault makes of them; false: this was the end.</summary>
    private async Task<bool> PassAsync(Memory<byte> bytes, Socket to, bool answers)
    {
        switch (_fault)
        {
            case Fault.Reset:
                to.LingerState = new LingerOption(true, 0);
                return false;
            case Fault.Closed:
                return false;
            case Fault.HalfOpen:
            case Fault.LostAnswers when answers:
                return true;
            case Fault.Latency:
                await Task.Delay(s_late, TimeProvider.System, _ending.Token);
                break;
            case Fault.SlowBody when answers:
                await DripAsync(bytes, to);
                return true;
            case Fault.WrongLength when answers:
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case Fault.Garbage when answers:
                new Random(_seed).NextBytes(bytes.Span);
                break;
        }

        await to.SendAsync(bytes, _ending.Token);
        return true;
    }

    private async Task DripAsync(Memory<byte> bytes, Socket to)
    {
        for (var i = 0; i < bytes.Length && _fault == Fault.SlowBody; i++)
        {
            await to.SendAsync(bytes.Slice(i, 1), _ending.Token);
            await Task.Delay(s_drip, TimeProvider.System, _ending.Token);
        }
    }
}
