using System.Net.Sockets;
using System.Text;

namespace Actors.TestKit;

/// <summary>A private Redis on 127.0.0.1 that appends every write to its file, in a temporary folder. Ended by process id.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly TempFolder _temp = new("redis");
    private readonly int _port = FreePort.Next();
    private Child? _server;

    private RedisServer()
    {
    }

    /// <summary>Why tests with Redis cannot run here, or null.</summary>
    public static string? WhyMissing { get; } =
        Programs.Find("redis-server") is null ? "needs Redis (tests/run installs it; Debian: redis-server)" : null;

    /// <summary>For <c>REDIS_URL</c>.</summary>
    public string Url => $"redis://127.0.0.1:{_port}";

    /// <summary>Starts a server and waits until it answers.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts the server (again) on the same data and waits until it answers.</summary>
    public async Task RestartAsync()
    {
        _server = Child.Start(Child.Command(Programs.Find("redis-server")!, "--port", $"{_port}", "--bind", "127.0.0.1",
            "--dir", _temp.Folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""));
        await Waiting.UntilAsync("Redis to answer", AnswersAsync);
    }

    /// <summary>Kills the server; its file stays.</summary>
    public Task KillAsync() => _server!.SignalAsync(Signals.Kill);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _temp.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        if (_server!.HasExited)
            throw new InvalidOperationException("Redis did not start: " + _server.Output);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", _port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            return await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false) == answer.Length
                && Encoding.ASCII.GetString(answer) == "+PONG";
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return false;
        }
    }
}
