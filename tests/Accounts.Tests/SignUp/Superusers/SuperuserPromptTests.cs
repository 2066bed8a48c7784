using Actors.Accounts.SignUp.Superusers;
using Actors.Core.Commands;

namespace Actors.Accounts.Tests.SignUp.Superusers;

public sealed class SuperuserPromptTests
{
    [Fact]
    public async Task It_asks_for_what_is_missing_and_for_the_password_twice_and_unseen()
    {
        var terminal = new FakeTerminal("anna", "anna@example.org", "secret 1", "secret 1");

        var call = await AskAsync(terminal);

        terminal.Asked.ShouldBe(["Username: ", "E-mail address (may be empty): ", "*Password: ", "*Password (again): "]);
        call!.Arguments.ShouldBe(["--username=anna", "--email=anna@example.org"]);
        call.Secret.ShouldBe("secret 1");
        $"{call}".ShouldNotContain("secret");
    }

    [Fact]
    public async Task It_asks_again_until_there_is_a_name_and_two_equal_passwords()
    {
        var terminal = new FakeTerminal("", "  ", "anna", "", "", "one", "other", "both", "both");

        var call = await AskAsync(terminal);

        call!.Arguments.ShouldBe(["--username=anna"]);
        call.Secret.ShouldBe("both");
        terminal.Said.ShouldBe(["It cannot be empty.", "It cannot be empty.", "It cannot be empty.", "These are two different passwords."]);
    }

    [Fact]
    public async Task What_was_said_is_not_asked()
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
    public async Task Without_input_the_password_is_in_the_environment()
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
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        var terminal = new FakeTerminal();

        (await AskAsync(terminal, arguments)).ShouldBeNull();
        terminal.Said.ShouldHaveSingleItem().ShouldContain(sentence);
        terminal.Said[0].ShouldNotContain("hunter2");
    }

    private static Task<PromptedCall?> AskAsync(FakeTerminal terminal, params string[] arguments) =>
        new SuperuserPrompt().AskAsync([.. arguments], terminal, default);
}
