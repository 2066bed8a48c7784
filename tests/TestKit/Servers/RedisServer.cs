using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>A private Redis with an append-only file.</summary>
public sealed class RedisServer : PrivateServer
{
    private const string Program = "redis-server";

    private RedisServer() : base("redis", "Ready to accept connections")
    {
    }

    /// <summary>Why tests with Redis are skipped; null if they can run.</summary>
    public static string? WhyMissing { get; } = Programs.Find(Program) is null ? "needs Redis (tests/run installs it; Debian: redis-server)" : null;

    /// <summary>The value of <c>REDIS_URL</c>.</summary>
    public string Url => $"redis://127.0.0.1:{Port}";

    /// <summary>Starts a server.</summary>
    public static Task<RedisServer> StartAsync() => StartAsync(new RedisServer());

    private protected override ProcessStartInfo Command() => Child.Command(Programs.Find(Program)!, "--port", $"{Port}", "--bind", "127.0.0.1",
        "--dir", Folder, "--appendonly", "yes", "--appendfsync", "always", "--save", "");
}
