using System.Net.Sockets;

namespace Actors.TestKit;

/// <summary>A private S3 server (npm s3rver, which checks signatures) on 127.0.0.1 with one bucket, in a temporary folder.</summary>
public sealed class S3Server : IAsyncDisposable
{
    /// <summary>The key pair that s3rver accepts.</summary>
    public const string AccessKey = "S3RVER";

    /// <inheritdoc cref="AccessKey"/>
    public const string SecretKey = "S3RVER";

    /// <summary>The bucket that exists from the start.</summary>
    public const string Bucket = "posters";

    private static readonly string Script = RepoRoot.Combine(".artifacts/npm/node_modules/s3rver/bin/s3rver.js");
    private readonly TempFolder _temp = new("s3");
    private readonly int _port = FreePort.Next();
    private Child? _server;

    private S3Server()
    {
    }

    /// <summary>Why tests with S3 cannot run here, or null.</summary>
    public static string? WhyMissing { get; } =
        Programs.Find("node") is null || !File.Exists(Script) ? "needs node and s3rver (tests/run installs s3rver under .artifacts/npm)" : null;

    /// <summary>For <c>S3_ENDPOINT</c>.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts a server and waits until it answers.</summary>
    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server();
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts the server (again) on the same files.</summary>
    public async Task RestartAsync()
    {
        _server = Child.Start(Child.Command(Programs.Find("node")!, Script, "-d", _temp.Folder, "-a", "127.0.0.1", "-p", $"{_port}",
            "--configure-bucket", Bucket));
        await Waiting.UntilAsync("s3rver to answer", AnswersAsync);
    }

    /// <summary>Kills the server; its files stay.</summary>
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
            throw new InvalidOperationException("s3rver did not start: " + _server.Output);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
