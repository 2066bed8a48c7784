using System.Net;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Hosting.Tls;
using Actors.Persistence;
using StackExchange.Redis;

namespace Actors.Hosting.Membership;

/// <summary>The settings of a member of a cluster. Without <c>REDIS_URL</c> there are none and the silo is alone.</summary>
/// <param name="Redis">The Redis that holds the membership table.</param>
/// <param name="ClusterId">Equal for all silos of a cluster. A deployment that must not join the previous one needs another.</param>
/// <param name="Address">The address that other silos connect to, and the only one that the silo listens on.</param>
/// <param name="SiloPort">The port that other silos connect to.</param>
/// <param name="GatewayPort">The port of Orleans clients outside the cluster; 0 for none.</param>
/// <param name="Drain">How long a stopping silo still answers requests after <c>/readyz</c> turned 503.</param>
/// <param name="Tls">The certificates for connections between silos; null for unencrypted connections.</param>
internal sealed record ClusterSettings(
    ConfigurationOptions Redis, string ClusterId, IPAddress Address, int SiloPort, int GatewayPort, TimeSpan Drain, TlsFiles? Tls)
{
    /// <summary>Stored in every row of state and reminders: a change would lose them.</summary>
    public const string ServiceId = "actors";

    private const int HighestPort = 65535;
    private const int DefaultSiloPort = 11111;

    /// <summary>Reads the settings; null when the silo is alone. Missing settings are added to the problems.</summary>
    public static ClusterSettings? Of(Settings settings)
    {
        if (settings.Text(MembershipSetting.Name) is not { } redis) return null;
        Require(settings, DatabaseUrl.Setting, "the silos of a cluster share one PostgreSQL, and a SQLite file cannot be shared");
        Require(settings, "S3_ENDPOINT", "the silos of a cluster share their posters, and a folder cannot be shared");
        Require(settings, "SECRET_KEY", "silos with different keys refuse each other's tokens");
        return new ClusterSettings(
            ReadRedis(settings, redis), settings.Text("CLUSTER_ID", ServiceId), AddressOf(settings),
            settings.Integer("SILO_PORT", DefaultSiloPort, 1, HighestPort), settings.Integer("GATEWAY_PORT", 0, 0, HighestPort),
            settings.Seconds("DRAIN_SECONDS", 0, 0, 300), TlsFiles.Of(settings));
    }

    /// <summary>The start line that says whether the silo is alone.</summary>
    public static StartLine Line(ClusterSettings? settings) => new("runs", settings is null
        ? $"alone ({MembershipSetting.Name} makes it a member of a cluster)"
        : $"as a member of the cluster {settings.ClusterId}, at {new IPEndPoint(settings.Address, settings.SiloPort)}{(settings.Tls is null ? "" : " with TLS")}");

    private static void Require(Settings settings, string name, string reason)
    {
        if (settings.Text(name) is null) settings.Problems.Add(name, $"is needed because {MembershipSetting.Name} is set: {reason}.");
    }

    private static ConfigurationOptions ReadRedis(Settings settings, string text)
    {
        if (RedisAddress.TryRead(text, out var options)) return options;
        settings.Problems.Add(MembershipSetting.Name, "must be redis://:password@host:port, rediss://… for TLS, or host:port with StackExchange.Redis' options.");
        return new ConfigurationOptions();
    }

    private static IPAddress AddressOf(Settings settings)
    {
        const string name = "ADVERTISED_IP";
        if (settings.Text(name) is not { } text) return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)) return address;
        settings.Problems.Add(name, $"\"{text}\" is not an address that other silos can connect to.");
        return IPAddress.Loopback;
    }
}
