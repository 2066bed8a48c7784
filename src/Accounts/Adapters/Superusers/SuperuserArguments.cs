namespace Actors.Accounts.Adapters.Superusers;

/// <summary>What <c>createsuperuser</c> is told on the command line.</summary>
/// <param name="Username">Null: not said.</param>
/// <param name="Email">Null: not said.</param>
/// <param name="Asks">False with <c>--noinput</c>.</param>
internal sealed record SuperuserArguments(string? Username, string? Email, bool Asks)
{
    /// <summary>The command's name.</summary>
    public const string Command = "createsuperuser";

    /// <summary>Where the password is when nothing is asked. Never an argument: other users of the machine see those.</summary>
    public const string PasswordVariable = "SUPERUSER_PASSWORD";

    /// <summary>In one line.</summary>
    public const string Usage = $"{Command} [--username NAME] [--email ADDRESS] [--noinput]: creates an administrator; "
        + $"with --noinput the password is that of the environment variable {PasswordVariable}";

    private const string Name = "--username", Address = "--email", NoInput = "--noinput";

    /// <summary>The arguments, or a sentence about what is wrong with them.</summary>
    public static (SuperuserArguments? Arguments, string? Problem) Read(IReadOnlyList<string> words)
    {
        var found = new SuperuserArguments(null, null, true);
        for (var at = 0; at < words.Count; at++)
        {
            var (name, inline) = Split(words[at]);
            if (name == NoInput && inline is null) found = found with { Asks = false };
            else if (name is not (Name or Address)) return (null, $"'{name}' is not known.");
            else if ((inline ?? (at + 1 < words.Count ? words[++at] : "")) is not { Length: > 0 } value) return (null, $"{name} needs a value.");
            else found = name == Name ? found with { Username = value } : found with { Email = value };
        }

        return (found, null);
    }

    /// <summary>The same as words, for the program that carries the command out.</summary>
    public IEnumerable<string> ToWords() => Email is null ? [$"{Name}={Username}"] : [$"{Name}={Username}", $"{Address}={Email}"];

    private static (string Name, string? Value) Split(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (word[..at], word[(at + 1)..]) : (word, null);
}
