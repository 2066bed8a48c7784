using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>Which arguments a command takes. Its usage text follows from it, and <see cref="Read"/> refuses whatever else is given.</summary>
/// <param name="Name">The command.</param>
/// <param name="Does">What it does, in a few words.</param>
public sealed record CommandSyntax(string Name, string Does)
{
    private ImmutableArray<string> _words = [];
    private ImmutableArray<(string Name, string? Value)> _options = [];
    private string? _more;

    /// <summary>In one line: <c>name WORD [MORE …] [--option VALUE] [--flag]: what it does</c>.</summary>
    public string Usage => $"{string.Join(' ', Parts())}: {Does}";

    /// <summary>With a word that must be there, after those before it.</summary>
    /// <param name="name">What it is, in capitals.</param>
    public CommandSyntax Word(string name) => this with { _words = _words.Add(name) };

    /// <summary>With any number of words after the others.</summary>
    /// <param name="name">What each is, in capitals.</param>
    public CommandSyntax MoreWords(string name) => this with { _more = name };

    /// <summary>With an option that has a value and may be left out.</summary>
    /// <param name="name">Without dashes.</param>
    /// <param name="value">What the value is, in capitals.</param>
    public CommandSyntax Option(string name, string value) => this with { _options = _options.Add((name, value)) };

    /// <summary>With an option that has no value.</summary>
    /// <param name="name">Without dashes.</param>
    public CommandSyntax Flag(string name) => this with { _options = _options.Add((name, null)) };

    /// <summary>Reads arguments. Everything that is wrong with them is collected, so look at <see cref="CommandArguments.Ok"/> after asking for values.</summary>
    public CommandArguments Read(IReadOnlyList<string> arguments) => ArgumentScan.Read(this, arguments);

    /// <summary>The words that must be there, by what they are.</summary>
    internal ImmutableArray<string> Words => _words;

    /// <summary>Whether words may follow those that must be there.</summary>
    internal bool TakesMore => _more is not null;

    /// <summary>Whether an option takes a value; null: there is no such option.</summary>
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
