using Actors.Core.Configuration;
using Actors.Hosting.Membership;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;

namespace Actors.Cluster.Tests.Joining;

/// <summary>A cluster member with unsuitable settings refuses to start and says why.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task Member_needs_PostgreSQL_S3_and_a_secret_key()
    {
        using var settings = new SiloSettings(("REDIS_URL", "redis://127.0.0.1:1"));
        await using var silo = SiloProcess.Launch(settings);
        await silo.ExitedAsync();

        silo.ExitCode.ShouldBe(1);
        silo.Output.ShouldContain("DATABASE_URL");
        silo.Output.ShouldContain("S3_ENDPOINT");
        silo.Output.ShouldContain("SECRET_KEY");
        silo.Output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("REDIS_URL", "http://example.com")]
    [InlineData("ADVERTISED_IP", "0.0.0.0")]
    [InlineData("ADVERTISED_IP", "silo")]
    [InlineData("SILO_PORT", "70000")]
    [InlineData("CLUSTER_TLS_CERT", "only-one-of-three.pem")]
    public void Invalid_setting_is_named(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["REDIS_URL"] = "redis://127.0.0.1:1", [name] = value }).Build();
        var settings = new Settings(configuration, new ConfigurationProblems());

        ClusterSettings.Of(settings);

        settings.Problems.All.ShouldContain(problem => problem.Setting == (name == "CLUSTER_TLS_CERT" ? "CLUSTER_TLS_KEY" : name));
    }
}
