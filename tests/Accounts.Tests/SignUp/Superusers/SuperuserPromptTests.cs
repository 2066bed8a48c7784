using Actors.Accounts.SignUp.Superusers;
using Actors.Core.Commands;

namespace Actors.Accounts.Tests.SignUp.Superusers;

public sealed class SuperuserPromptTests
{
    [Fact]
    public async Task The_prompt_asks_for_missing_values_and_the_password_twice()
    {
        var terminal = new FakeTerminal("anna", "anna@example.org", "secret 1", "secret 1");

        var call = await AskAsync(terminal);

        terminal.Asked.ShouldBe(["Username: ", "E-mail address (may be empty): ", "*Password: ", "*Password (again): "]);
        call!.Arguments.ShouldBe(["--username=anna", "--email=anna@example.org"]);
        call.Secret.ShouldBe("secret 1");
        $"{call}".ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_prompt_repeats_until_the_input_is_valid()
    {
        var terminal = new FakeTerminal("", "  ", "anna", "", "", "one", "other", "both", "both");

        var call = await AskAsync(terminal);

        call!.Arguments.ShouldBe(["--username=anna"]);
        call.Secret.ShouldBe("both");
        terminal.Said.ShouldBe(["It cannot be empty.", "It cannot be empty.", "It cannot be empty.", "The passwords differ."]);
    }

    [Fact]
    public async Task Given_arguments_are_not_prompted()
    {
        var terminal = new FakeTerminal("secret 1", "secret 1");

        (await AskAsync(terminal, "--username", "anna", "--email=a@b.example"))!.Arguments.ShouldBe(["--username=anna", "--email=a@b.example"]);
        terminal.Asked.ShouldAllBe(question => question.StartsWith('*'));
    }

    [Theory]
    [InlineData()]
    [InlineData("anna")]
    [InlineData("anna", "")]
    [InlineData("anna", "", "secret 1")]
    public async Task A_closed_terminal_creates_nothing(params string[] answers)
    {
        var terminal = new FakeTerminal(answers);

        (await AskAsync(terminal)).ShouldBeNull();
        terminal.Said[^1].ShouldBe("Nothing was created.");
    }

    [Fact]
    public async Task With_noinput_the_password_comes_from_the_environment()
    {
        var terminal = new FakeTerminal { Variables = { ["SUPERUSER_PASSWORD"] = "secret 1" } };

        var call = await AskAsync(terminal, "--noinput", "--username=anna");

        call!.Secret.ShouldBe("secret 1");
        call.Arguments.ShouldBe(["--username=anna"]);
        terminal.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--noinput needs --username.", "--noinput")]
    [InlineData("SUPERUSER_PASSWORD", "--noinput", "--username=anna")]
    [InlineData("'--password' is not known.", "--password=hunter2")]
    [InlineData("--username needs a value.", "--username")]
    [InlineData("'anna' is not known.", "anna")]
    public async Task Errors_are_sentences(string sentence, params string[] arguments)
    {
        var terminal = new FakeTerminal();

        (await AskAsync(terminal, arguments)).ShouldBeNull();
        terminal.Said.ShouldHaveSingleItem().ShouldContain(sentence);
        terminal.Said[0].ShouldNotContain("hunter2");
    }

    private static Task<PromptedCall?> AskAsync(FakeTerminal terminal, params string[] arguments) =>
        new SuperuserPrompt().AskAsync([.. arguments], terminal, default);
}
