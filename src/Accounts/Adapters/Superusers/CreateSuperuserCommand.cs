using Actors.Accounts.Grains;
using Actors.Accounts.Ports;
using Actors.Accounts.Rules;
using Actors.Plumbing.Commands;

namespace Actors.Accounts.Adapters.Superusers;

/// <summary><c>createsuperuser</c>: creates an administrator, the first one or another.</summary>
internal sealed class CreateSuperuserCommand(IAdministrators administrators) : ICommandHandler
{
    private const int Refused = 1, WrongArguments = 2;

    // As at the doors: longer ones would only cost time.
    private const int MaxPassword = 1024;

    public string Name => SuperuserArguments.Command;

    public string Usage => SuperuserArguments.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var (given, problem) = SuperuserArguments.Read(call.Arguments);
        if (given?.Username is not { } name || call.Secret is not { Length: > 0 } password)
        {
            await call.WriteLine(problem ?? "A username and a password are needed.");
            return WrongArguments;
        }

        var (exit, sentence) = await CreateAsync(name, given.Email, password, ct);
        await call.WriteLine(sentence);
        return exit;
    }

    private async Task<(int Exit, string Sentence)> CreateAsync(string name, string? address, string password, CancellationToken ct)
    {
        if (password.Length > MaxPassword) return (Refused, $"A password has at most {MaxPassword} characters.");
        if (Identifiers.Of(name) is not { } identifier) return (Refused, $"'{name}' cannot be a username.");
        var email = address is null ? null : Identifiers.OfEmail(address);
        if (email is null && address is not null) return (Refused, $"'{address}' is not an e-mail address.");
        if (email is not null && identifier.Kind == IdentifierKind.Email) return (Refused, "A username with an @ is an e-mail address already: leave --email out.");
        return await administrators.CreateAsync(identifier, email, password, ct) switch
        {
            RegistrationResult.Created => (0, "The administrator was created."),
            RegistrationResult.CommonPassword => (Refused, "This password is one of those that people choose most. Choose another."),
            RegistrationResult.Busy => (Refused, "Too many people sign in just now. Try again in a moment."),
            _ => (Refused, "The username or the e-mail address belongs to an account already."),
        };
    }
}
