using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>Splits the arguments of a command into options and words.</summary>
internal sealed class ArgumentScan
{
    private const string Dashes = "--";

    /// <summary>How many characters of an unknown argument a message repeats: it may be a misplaced secret.</summary>
    private const int ShownOfOption = 24, ShownOfShortOption = 2, ShownOfWord = 6;

    private readonly CommandSyntax _syntax;
    private readonly Queue<string> _left;
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _words = ImmutableArray.CreateBuilder<string>();
    private readonly List<string> _faults = [];

    private ArgumentScan(CommandSyntax syntax, IReadOnlyList<string> arguments) => (_syntax, _left) = (syntax, new(arguments));

    public static CommandArguments Read(CommandSyntax syntax, IReadOnlyList<string> arguments)
    {
        var scan = new ArgumentScan(syntax, arguments);
        scan.Read();
        return new CommandArguments(syntax, scan._options, scan._words.ToImmutable(), scan._faults);
    }

    private void Read()
    {
        while (_left.TryDequeue(out var next) && next != Dashes)
        {
            if (next is ['-', _, ..]) Option(next);
            else Word(next);
        }

        while (_left.TryDequeue(out var word)) Word(word);
        _faults.AddRange(_syntax.Words.Skip(_words.Count).Select(name => $"{name} is missing."));
    }

    private void Word(string word)
    {
        if (_words.Count < _syntax.Words.Length || _syntax.TakesMore) _words.Add(word);
        else _faults.Add(_syntax.Words.IsEmpty ? $"'{Cut(word, ShownOfWord)}' is not known." : $"'{Cut(word, ShownOfWord)}' is one argument too many.");
    }

    // A message about an unknown option repeats neither its value nor what follows the letter of a short option.
    private void Option(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var option = equals < 0 ? text : text[..equals];
        var name = option.StartsWith(Dashes, StringComparison.Ordinal) ? option[Dashes.Length..] : "";
        var inline = equals < 0 ? null : text[(equals + 1)..];
        if (_syntax.TakesValue(name) is not { } takesValue) _faults.Add(Unknown(option));
        else if (!takesValue && inline is not null) _faults.Add($"{option} takes no value.");
        else if ((takesValue ? inline ?? Value() : option) is not { Length: > 0 } value) _faults.Add($"{option} needs a value.");
        else if (!_options.TryAdd(name, value)) _faults.Add($"{option} is given twice.");
    }

    private string Unknown(string option)
    {
        var isLong = option.StartsWith(Dashes, StringComparison.Ordinal);
        var hint = isLong || (_syntax.Words.IsEmpty && !_syntax.TakesMore) ? "" : " Put words that begin with a dash after --.";
        return $"'{Cut(option, isLong ? ShownOfOption : ShownOfShortOption)}' is not known.{hint}";
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";

    // An argument that begins with dashes is not taken as a value; it must be written --name=--value.
    private string? Value() => _left.TryPeek(out var next) && !next.StartsWith(Dashes, StringComparison.Ordinal) ? _left.Dequeue() : null;
}
