using Actors.Core.Commands;

namespace Actors.Accounts.SignUp.Superusers;

/// <summary>The arguments of <c>createsuperuser</c>.</summary>
/// <param name="Username">Null when not given.</param>
/// <param name="Email">Null when not given.</param>
/// <param name="Asks">False with <c>--noinput</c>.</param>
internal sealed record SuperuserArguments(string? Username, string? Email, bool Asks)
{
    /// <summary>
    /// The environment variable with the password for <c>--noinput</c>. It is never an argument, because other users of the machine can see
    /// arguments.
    /// </summary>
    public const string PasswordVariable = "SUPERUSER_PASSWORD";

    private const string Name = "username", Address = "email", NoInput = "noinput";

    public static readonly CommandSyntax Syntax = new CommandSyntax(
        "createsuperuser", $"creates an administrator; with --{NoInput} the password is read from the environment variable {PasswordVariable}")
        .Option(Name, "NAME").Option(Address, "ADDRESS").Flag(NoInput);

    /// <summary>Reads the arguments; errors are added to <paramref name="given"/>.</summary>
    public static SuperuserArguments Read(CommandArguments given) => new(given.Text(Name), given.Text(Address), !given.Has(NoInput));

    /// <summary>The arguments as words, for the program that runs the command.</summary>
    public IEnumerable<string> ToWords() => Email is null ? [$"--{Name}={Username}"] : [$"--{Name}={Username}", $"--{Address}={Email}"];
}
