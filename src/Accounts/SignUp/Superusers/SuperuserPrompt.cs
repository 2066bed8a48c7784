using System.Collections.Immutable;
using Actors.Core.Commands;

namespace Actors.Accounts.SignUp.Superusers;

/// <summary>Prompts for the username, the optional e-mail address and the password, which is typed twice without echo.</summary>
internal sealed class SuperuserPrompt : ICommandPrompt
{
    private const string GivenUp = "Nothing was created.";

    public string Name => SuperuserArguments.Syntax.Name;

    public Task<PromptedCall?> AskAsync(ImmutableArray<string> arguments, ITerminal terminal, CancellationToken cancellationToken)
    {
        var given = SuperuserArguments.Syntax.Read(arguments);
        var asked = SuperuserArguments.Read(given);
        if (given.Ok) return Task.FromResult(asked.Asks ? Ask(asked, terminal) : WithoutInput(asked, terminal));
        terminal.Say(given.Refusal);
        return Task.FromResult<PromptedCall?>(null);
    }

    private static PromptedCall? WithoutInput(SuperuserArguments given, ITerminal terminal)
    {
        if (given.Username is null) terminal.Say("--noinput needs --username.");
        else if (terminal.Environment(SuperuserArguments.PasswordVariable) is not { Length: > 0 } password)
            terminal.Say($"--noinput needs the password in the environment variable {SuperuserArguments.PasswordVariable}.");
        else return Call(given, password);
        return null;
    }

    private static PromptedCall? Ask(SuperuserArguments given, ITerminal terminal)
    {
        var username = given.Username ?? AskUntilAnswered(terminal.Ask, "Username: ", terminal);
        var email = username is null ? null : given.Email ?? terminal.Ask("E-mail address (may be empty): ");
        var password = username is null ? null : AskPassword(terminal);
        if (username is not null && password is not null)
            return Call(given with { Username = username, Email = string.IsNullOrWhiteSpace(email) ? null : email }, password);
        terminal.Say(GivenUp);
        return null;
    }

    private static string? AskPassword(ITerminal terminal)
    {
        while (AskUntilAnswered(terminal.AskSecretly, "Password: ", terminal) is { } password)
        {
            if (terminal.AskSecretly("Password (again): ") is not { } again) return null;
            if (password == again) return password;
            terminal.Say("The passwords differ.");
        }

        return null;
    }

    private static string? AskUntilAnswered(Func<string, string?> ask, string question, ITerminal terminal)
    {
        while (ask(question) is { } answer)
        {
            if (!string.IsNullOrWhiteSpace(answer)) return answer;
            terminal.Say("It cannot be empty.");
        }

        return null;
    }

    private static PromptedCall Call(SuperuserArguments given, string password) => new([.. given.ToWords()], password);
}
