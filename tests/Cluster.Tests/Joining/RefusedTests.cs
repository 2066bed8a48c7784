using Actors.Core.Configuration;
using Actors.Hosting.Membership;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;

namespace Actors.Cluster.Tests.Joining;

/// <summary>A member of a cluster that could not share is not started, and says why.</summary>
public sealed class RefusedTests
{
    [Fact]
    public async Task A_cluster_on_SQLite_with_a_folder_of_posters_and_a_key_of_its_own_is_refused()
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
    public void A_setting_that_cannot_be_used_is_named(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["REDIS_URL"] = "redis://127.0.0.1:1", [name] = value }).Build();
        var settings = new Settings(configuration, new ConfigurationProblems());

        ClusterSettings.Of(settings);

        settings.Problems.All.ShouldContain(problem => problem.Setting == (name == "CLUSTER_TLS_CERT" ? "CLUSTER_TLS_KEY" : name));
    }
}
