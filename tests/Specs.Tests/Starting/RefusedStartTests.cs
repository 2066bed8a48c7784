using Actors.TestKit;

namespace Actors.Specs.Tests.Starting;

/// <summary>The messages of the program when it does not start.</summary>
public sealed class RefusedStartTests
{
    [Fact]
    public async Task All_wrong_settings_are_reported_at_once()
    {
        using var settings = new SiloSettings(
            ("DATABASE_URL", "mysql://user:hunter2@db/actors"), ("LISTENERS", "catlog=8003"), ("METRICS_LISTEN", "here and there"),
            ("S3_ENDPOINT", "nowhere"), ("OUTBOUND_ALLOW", "a b"));
        await using var silo = SiloProcess.Launch(settings);
        await silo.ExitedAsync();

        silo.ExitCode.ShouldBe(1);
        string[] named = ["DATABASE_URL: ", "LISTENERS: ", "METRICS_LISTEN: ", "S3_ENDPOINT: ", "S3_BUCKET: ", "OUTBOUND_ALLOW: "];
        named.ShouldAllBe(name => silo.Output.Contains(name));
        silo.Output.ShouldNotContain("   at ");
        silo.Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_command_uses_the_given_folder()
    {
        using var settings = new SiloSettings();
        await using var asked = SiloProcess.Launch(settings, "status", "--DATA_DIR=/nobody/is/here");
        await asked.ExitedAsync();

        asked.ExitCode.ShouldBe(3);
        asked.Output.ShouldContain("No program is running on /nobody/is/here.");
    }

    [Fact]
    public async Task An_unknown_command_lists_the_known_ones()
    {
        using var settings = new SiloSettings();
        await using var asked = SiloProcess.Launch(settings, "nonsense");
        await asked.ExitedAsync();

        asked.ExitCode.ShouldBe(2);
        asked.Output.ShouldContain("There is no command 'nonsense'.");
        asked.Output.ShouldContain("  status: ");
        asked.Output.ShouldContain("  scrape URL|FILE");
    }

    [Fact]
    public async Task A_first_word_with_an_equals_sign_is_a_setting()
    {
        using var settings = new SiloSettings();
        await using var silo = SiloProcess.Launch(settings, "LISTENERS=catlog=8003");
        await silo.ExitedAsync();

        silo.ExitCode.ShouldBe(1);
        silo.Output.ShouldContain("there is no role \"catlog\"");
    }
}
