using Actors.TestKit;

namespace Actors.Specs.Tests.Starting;

/// <summary>A start without problems prints only the program's own lines.</summary>
public sealed class QuietStartTests
{
    [Fact]
    public async Task A_start_and_a_stop_log_no_warning()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloProcess.StartAsync(settings);
        await Waiting.UntilAsync("the lines of the start", () => Task.FromResult(silo.Output.Contains("open      ", StringComparison.Ordinal)));

        (await silo.StopAsync()).ShouldBe(0);

        silo.Output.ShouldContain($"open      http://127.0.0.1:{settings.Port}/");
        silo.Output.ShouldContain("Stopped");
        WarningsOf(silo.Output).ShouldBeEmpty(silo.Output);
        string[] others = ["fail:", "crit:", "Now listening on", "Application started", "Schema script", "info: Orleans", "info: Microsoft", "info: Polly"];
        others.Where(text => silo.Output.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty(silo.Output);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("roles", "nobody")]
    public async Task An_offline_command_prints_only_its_answer(params string[] words)
    {
        using var settings = new SiloSettings();
        await using var first = SiloProcess.Launch(settings, "migrate");
        await first.ExitedAsync();

        await using var command = SiloProcess.Launch(settings, words);
        await command.ExitedAsync();

        command.Output.Trim().Split('\n').Length.ShouldBe(1, command.Output);
    }

    // On a busy machine Orleans warns that it had to wait for a processor.
    private static IEnumerable<string> WarningsOf(string output) => output.Split("warn: ").Skip(1)
        .Where(warning => !warning.Contains(" stalled for ", StringComparison.Ordinal) && !warning.Contains("which is longer than", StringComparison.Ordinal));
}
