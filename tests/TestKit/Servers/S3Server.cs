using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>A private S3 server (npm s3rver, which checks signatures) with one bucket.</summary>
public sealed class S3Server : PrivateServer
{
    /// <summary>The key pair that s3rver accepts.</summary>
    public const string AccessKey = "S3RVER";

    /// <inheritdoc cref="AccessKey"/>
    public const string SecretKey = "S3RVER";

    /// <summary>The bucket that exists from the start.</summary>
    public const string Bucket = "posters";

    private static readonly string s_script = RepoRoot.Combine(".artifacts/npm/node_modules/s3rver/bin/s3rver.js");

    private S3Server() : base("s3", "S3rver listening on")
    {
    }

    /// <summary>Why tests with S3 are skipped; null if they can run.</summary>
    public static string? WhyMissing { get; } =
        Programs.Find("node") is null || !File.Exists(s_script) ? "needs node and s3rver (tests/run installs s3rver under .artifacts/npm)" : null;

    /// <summary>The value of <c>S3_ENDPOINT</c>.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts a server.</summary>
    public static Task<S3Server> StartAsync() => StartAsync(new S3Server());

    private protected override ProcessStartInfo Command() => Child.Command(Programs.Find("node")!, s_script, "-d", Folder, "-a", "127.0.0.1", "-p", $"{Port}",
        "--configure-bucket", Bucket);
}
