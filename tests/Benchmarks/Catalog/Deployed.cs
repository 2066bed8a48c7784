using System.Diagnostics;
using System.Security.Cryptography;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>
/// A silo as deployed: published like the image (deploy/images/Dockerfile), in Production, with rate limits, the dashboard and an ingest token.
/// </summary>
internal static class Deployed
{
    private const int KeyBytes = 48;

    private static readonly Lazy<string> s_program = new(Publish);

    /// <summary>The settings with changes.</summary>
    public static SiloSettings Settings(params IEnumerable<(string Name, string? Value)> changes)
    {
        SiloProcess.Program = s_program.Value;
        return Production(changes);
    }

    private static SiloSettings Production(IEnumerable<(string Name, string? Value)> changes) => new(
    [
        ("LOG_LEVEL", "WARNING"), ("RATE_LIMIT", null), ("DASHBOARD", "on"), ("SECRET_KEY", NewSecret()), ("INGEST_TOKEN", NewSecret()), .. changes,
    ])
    {
        Environment = "Production",
    };

    /// <summary>The ingest token of the settings.</summary>
    public static string IngestToken(this SiloSettings settings) => settings.Values["INGEST_TOKEN"];

    private static string Publish()
    {
        var folder = RepoRoot.Combine(".artifacts/deployed");
        using var publish = Process.Start("dotnet",
            ["publish", RepoRoot.Combine("silo"), "-c", "Release", "-p:PublishReadyToRun=true", "-p:UseAppHost=false", "-v:quiet", "-nologo", "-o", folder]);
        publish.WaitForExit();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The program could not be published.");
        return Path.Combine(folder, "Actors.Silo.dll");
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
}
