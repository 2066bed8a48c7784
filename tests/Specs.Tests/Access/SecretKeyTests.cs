using Actors.TestKit;

namespace Actors.Specs.Tests.Access;

/// <summary>The program in Production with weak signing keys.</summary>
public sealed class SecretKeyTests
{
    [Theory]
    [InlineData(null, "SECRET_KEY: is required")]
    [InlineData("change_me", "SECRET_KEY: is shorter")]
    [InlineData("change_me_change_me_change_me_change_me", "SECRET_KEY: is a placeholder")]
    public async Task In_Production_the_program_does_not_start_on_a_weak_key(string? secret, string sentence)
    {
        using var settings = new SiloSettings(("SECRET_KEY", secret), ("ALGORITHM", "none"), ("INGEST_TOKEN", "Qv3nB0x7Zk9wLr2TfYp5HsJd8MgCeAu1")) { Environment = "Production" };
        await using var silo = SiloProcess.Launch(settings);
        await silo.ExitedAsync();

        silo.ExitCode.ShouldBe(1);
        silo.Output.ShouldContain(sentence);
        silo.Output.ShouldContain("ALGORITHM: ");
        (secret is not null && silo.Output.Contains(secret, StringComparison.Ordinal)).ShouldBeFalse("a secret is not repeated");
        Directory.Exists(settings.DataDir).ShouldBeFalse("no key is made where one must be given");
    }
}
