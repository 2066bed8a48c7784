using System.Collections.Immutable;
using System.Globalization;
using Actors.Core.Text;

namespace Actors.Core.Commands;

/// <summary>
/// The arguments of one call. Reading a value validates it. An invalid value reads as absent, and its error is added to <see cref="Refusal"/>.
/// </summary>
public sealed class CommandArguments
{
    private readonly CommandSyntax _syntax;
    private readonly Dictionary<string, string> _options;
    private readonly List<string> _faults;

    internal CommandArguments(CommandSyntax syntax, Dictionary<string, string> options, ImmutableArray<string> words, List<string> faults) =>
        (_syntax, _options, Words, _faults) = (syntax, options, words, faults);

    /// <summary>True if no error was found so far.</summary>
    public bool Ok => _faults.Count == 0;

    /// <summary>All errors, followed by the usage.</summary>
    public string Refusal => $"{string.Join(' ', _faults)} Usage: {_syntax.Usage}";

    /// <summary>The positional arguments, in order.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>A positional argument; empty when missing.</summary>
    public string Word(int at) => at < Words.Length ? Words[at] : "";

    /// <summary>A positional argument that must be a UUID.</summary>
    public Guid UuidWord(int at) => at < Words.Length ? Uuid($"'{Words[at]}'", Words[at]) ?? default : default;

    /// <summary>Whether a flag is given.</summary>
    public bool Has(string flag) => Value(flag) is not null;

    /// <summary>The value of an option; null when not given.</summary>
    public string? Text(string option) => Value(option);

    /// <summary>The value of an option that must be one of <paramref name="known"/>; null when not given or not valid.</summary>
    public string? OneOf(string option, IReadOnlyCollection<string> known)
    {
        if (Value(option) is not { } text || known.Contains(text)) return Value(option);
        Refuse($"--{option} is '{text}'; known values: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        return null;
    }

    /// <summary>The value of an option that must be a whole number within bounds.</summary>
    public int Integer(string option, int otherwise, int min, int max)
    {
        if (Value(option) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Refuse(max == int.MaxValue
            ? $"--{option} is '{text}', which is not a whole number of at least {min}."
            : $"--{option} is '{text}', which is not a whole number from {min} to {max}.");
        return otherwise;
    }

    /// <summary>A date in the form <c>2026-12-31</c>; null when not given or not valid.</summary>
    public DateOnly? Day(string option)
    {
        if (Value(option) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse($"--{option} is '{text}', which is not a day written as YYYY-MM-DD.");
        return null;
    }

    /// <summary>A UUID; null when not given or not valid.</summary>
    public Guid? Uuid(string option) => Value(option) is { } text ? Uuid($"--{option} is '{text}', which", text) : null;

    /// <summary>An absolute http or https URL; null when not given or not valid.</summary>
    public Uri? Url(string option) => Value(option) is { } text ? Url($"--{option} is '{text}', which", text) : null;

    /// <summary>A positional argument that must be an absolute http or https URL.</summary>
    public Uri? UrlWord(int at) => at < Words.Length ? Url($"'{Words[at]}'", Words[at]) : null;

    /// <summary>Adds an error, as a sentence.</summary>
    public void Refuse(string sentence) => _faults.Add(sentence);

    /// <summary>Prints the errors and the usage.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RefuseAsync(Func<string, Task> writeLine)
    {
        ArgumentNullException.ThrowIfNull(writeLine);
        await writeLine(Refusal).ConfigureAwait(false);
        return CommandExit.WrongArguments;
    }

    private Guid? Uuid(string subject, string text)
    {
        if (Guid.TryParse(text, out var uuid)) return uuid;
        Refuse($"{subject} is not a uuid.");
        return null;
    }

    private Uri? Url(string subject, string text)
    {
        if (WebUri.TryParse(text, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0) return url;
        Refuse($"{subject} is not an http or https address.");
        return null;
    }

    private string? Value(string option) => _syntax.TakesValue(option) is not null
        ? _options.GetValueOrDefault(option)
        : throw new ArgumentException($"{_syntax.Name} has no option {option}.", nameof(option));
}
