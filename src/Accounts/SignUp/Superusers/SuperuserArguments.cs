using Actors.Core.Commands;

namespace Actors.Accounts.SignUp.Superusers;

/// <summary>What <c>createsuperuser</c> is told on the command line.</summary>
/// <param name="Username">Null: not said.</param>
/// <param name="Email">Null: not said.</param>
/// <param name="Asks">False with <c>--noinput</c>.</param>
internal sealed record SuperuserArguments(string? Username, string? Email, bool Asks)
{
    /// <summary>Where the password is when nothing is asked. Never an argument: other users of the machine see those.</summary>
    public const string PasswordVariable = "SUPERUSER_PASSWORD";

    private const string Name = "username", Address = "email", NoInput = "noinput";

    public static readonly CommandSyntax Syntax = new CommandSyntax(
        "createsuperuser", $"creates an administrator; with --{NoInput} the password is that of the environment variable {PasswordVariable}")
        .Option(Name, "NAME").Option(Address, "ADDRESS").Flag(NoInput);

    /// <summary>Reads them; what is wrong is in <paramref name="given"/>.</summary>
    public static SuperuserArguments Read(CommandArguments given) => new(given.Text(Name), given.Text(Address), !given.Has(NoInput));

    /// <summary>The same as words, for the program that carries the command out.</summary>
    public IEnumerable<string> ToWords() => Email is null ? [$"--{Name}={Username}"] : [$"--{Name}={Username}", $"--{Address}={Email}"];
}
