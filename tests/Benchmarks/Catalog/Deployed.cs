using System.Security.Cryptography;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>A silo as it is deployed: in Production, with rate limits, the dashboard, and a token for those who hand events in.</summary>
internal static class Deployed
{
    private const int KeyBytes = 48;

    /// <summary>Settings with changes.</summary>
    public static SiloSettings Settings(params IEnumerable<(string Name, string? Value)> changes) => new(
    [
        ("LOG_LEVEL", "WARNING"), ("RATE_LIMIT", null), ("DASHBOARD", "on"), ("SECRET_KEY", NewSecret()), ("INGEST_TOKEN", NewSecret()), .. changes,
    ])
    {
        Environment = "Production",
    };

    /// <summary>The token that the settings ask for.</summary>
    public static string IngestToken(this SiloSettings settings) => settings.Values["INGEST_TOKEN"];

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
