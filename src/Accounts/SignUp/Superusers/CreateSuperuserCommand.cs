using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Core.Commands;

namespace Actors.Accounts.SignUp.Superusers;

/// <summary><c>createsuperuser</c>: creates an administrator.</summary>
internal sealed class CreateSuperuserCommand(Registrar registrar) : ICommandHandler
{
    // The limit of the sign-in routes.
    private const int MaxPassword = 1024;

    public string Name => SuperuserArguments.Syntax.Name;

    public string Usage => SuperuserArguments.Syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = SuperuserArguments.Syntax.Read(call.Arguments);
        var asked = SuperuserArguments.Read(given);
        if (given.Ok && (asked.Username is null || string.IsNullOrEmpty(call.Secret))) given.Refuse("A username and a password are required.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var (exit, sentence) = await CreateAsync(asked.Username!, asked.Email, call.Secret!, cancellationToken);
        await call.WriteLine(sentence);
        return exit;
    }

    private async Task<(int Exit, string Sentence)> CreateAsync(string name, string? address, string password, CancellationToken cancellationToken)
    {
        if (password.Length > MaxPassword) return (CommandExit.Refused, $"A password has at most {MaxPassword} characters.");
        if (IdentifierParser.Of(name) is not { } identifier) return (CommandExit.Refused, $"'{name}' cannot be a username.");
        var email = address is null ? null : IdentifierParser.OfEmail(address);
        if (email is null && address is not null) return (CommandExit.Refused, $"'{address}' is not an e-mail address.");
        if (email is not null && identifier.Kind == IdentifierKind.Email) return (CommandExit.Refused, "A username with an @ is an e-mail address: omit --email.");
        return await registrar.CreateSuperuserAsync(identifier, email, password, cancellationToken) switch
        {
            RegistrationResult.Created => (CommandExit.Done, "The administrator was created."),
            RegistrationResult.CommonPassword => (CommandExit.Refused, "This password is too common. Choose another one."),
            RegistrationResult.Busy => (CommandExit.Refused, "Too many passwords wait to be hashed. Try again in a moment."),
            _ => (CommandExit.Refused, "The username or the e-mail address already belongs to an account."),
        };
    }
}
