using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Starting;

public sealed class WrongArgumentsTests
{
    [Fact]
    public async Task Every_command_refuses_what_it_does_not_know_with_its_usage_and_exit_code_2()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var commands = silo.App.Services.GetServices<ICommandHandler>().ToList();
        commands.Count.ShouldBeGreaterThan(10);
        foreach (var command in commands)
        {
            var said = new List<string>();

            var exit = await CommandClient.TryRunAsync(settings.DataDir, command.Name, ["--no-such-option=hunter2"], said.Add);

            exit.ShouldBe(2, command.Name);
            said.ShouldHaveSingleItem().ShouldStartWith("'--no-such-option' is not known. ");
            said[0].ShouldEndWith($" Usage: {command.Usage}");
        }
    }

    [Fact]
    public async Task So_do_those_that_need_no_program()
    {
        using var settings = new SiloSettings();
        await using var asked = SiloProcess.Launch(settings, "scrape", "--no-such-option", "--today=x");

        await asked.ExitedAsync();

        asked.ExitCode.ShouldBe(2);
        asked.Output.ShouldContain("'--no-such-option' is not known. URL|FILE is missing. --today is 'x', which is not a day written as YYYY-MM-DD. Usage: scrape ");
    }

    [Fact]
    public void A_word_after_a_pair_of_dashes_is_no_setting()
    {
        var words = CommandWords.Of(["payload", "--DATA_DIR=/a", "--page=1", "--", "--DATA_DIR=/b", "--"]);

        words.Settings.ShouldBe(["--DATA_DIR=/a"]);
        words.Arguments.ShouldBe(["--page=1", "--", "--DATA_DIR=/b", "--"]);
    }
}
