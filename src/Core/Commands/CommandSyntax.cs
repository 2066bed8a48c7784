using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>Declares the arguments of a command. The usage text is derived from it, and <see cref="Read"/> refuses all other arguments.</summary>
/// <param name="Name">The command.</param>
/// <param name="Does">A short description.</param>
public sealed record CommandSyntax(string Name, string Does)
{
    private ImmutableArray<string> _words = [];
    private ImmutableArray<(string Name, string? Value)> _options = [];
    private string? _more;

    /// <summary>One line: <c>name WORD [MORE …] [--option VALUE] [--flag]: what it does</c>.</summary>
    public string Usage => $"{string.Join(' ', Parts())}: {Does}";

    /// <summary>Adds a required positional argument.</summary>
    /// <param name="name">Its placeholder, in capitals.</param>
    public CommandSyntax Word(string name) => this with { _words = _words.Add(name) };

    /// <summary>Adds any number of optional positional arguments at the end.</summary>
    /// <param name="name">Their placeholder, in capitals.</param>
    public CommandSyntax MoreWords(string name) => this with { _more = name };

    /// <summary>Adds an option with a value.</summary>
    /// <param name="name">Without dashes.</param>
    /// <param name="value">The placeholder of the value, in capitals.</param>
    public CommandSyntax Option(string name, string value) => this with { _options = _options.Add((name, value)) };

    /// <summary>Adds an option without a value.</summary>
    /// <param name="name">Without dashes.</param>
    public CommandSyntax Flag(string name) => this with { _options = _options.Add((name, null)) };

    /// <summary>Parses arguments. Errors are collected: check <see cref="CommandArguments.Ok"/> after reading the values.</summary>
    public CommandArguments Read(IReadOnlyList<string> arguments) => ArgumentScan.Read(this, arguments);

    /// <summary>The placeholders of the required positional arguments.</summary>
    internal ImmutableArray<string> Words => _words;

    /// <summary>True if optional positional arguments may follow.</summary>
    internal bool TakesMore => _more is not null;

    /// <summary>True if the option takes a value, false if it is a flag, null if it does not exist.</summary>
    internal bool? TakesValue(string option)
    {
        foreach (var (name, value) in _options)
        {
            if (name == option) return value is not null;
        }

        return null;
    }

    private IEnumerable<string> Parts()
    {
        yield return Name;
        foreach (var word in _words) yield return word;
        if (_more is not null) yield return $"[{_more} …]";
        foreach (var (name, value) in _options) yield return value is null ? $"[--{name}]" : $"[--{name} {value}]";
    }
}
