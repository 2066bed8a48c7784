using System.Collections.Frozen;
using System.Text;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>One content line of RFC 5545: a name, parameters, and a value as it is written.</summary>
internal sealed record CalendarLine(string Name, FrozenDictionary<string, string> Parameters, string Value)
{
    private const int MaxParameters = 50;

    /// <summary>The value as text: escapes resolved.</summary>
    public string Text => Unescape(Value);

    /// <summary>The texts of a list: cut at its commas, but not at those that are escaped.</summary>
    public IEnumerable<string> Texts
    {
        get
        {
            var from = 0;
            for (var at = 0; at < Value.Length; at++)
            {
                if (Value[at] == '\\')
                {
                    at++;
                }
                else if (Value[at] == ',')
                {
                    yield return Unescape(Value[from..at]);
                    from = at + 1;
                }
            }
            yield return Unescape(Value[from..]);
        }
    }

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The line, or null when it is none: without a colon outside of quotes.</summary>
    public static CalendarLine? Read(string line)
    {
        var cuts = Cuts(line);
        if (cuts is not [.., var colon] || line[colon] != ':' || cuts[0] == 0)
            return null;
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + 1 < cuts.Count; at++)
        {
            var pair = line.AsSpan((cuts[at] + 1)..cuts[at + 1]);
            var equals = pair.IndexOf('=');
            if (equals > 0)
                parameters.TryAdd(pair[..equals].ToString(), pair[(equals + 1)..].Trim('"').ToString());
        }
        return new(line[..cuts[0]].Trim().ToUpperInvariant(), parameters.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), line[(colon + 1)..]);
    }

    // Where parameters begin, and the colon that ends them: neither counts within quotes.
    private static List<int> Cuts(string line)
    {
        var cuts = new List<int>();
        var quoted = false;
        for (var at = 0; at < line.Length && cuts.Count < MaxParameters; at++)
        {
            if (line[at] == '"')
                quoted = !quoted;
            if (quoted || line[at] is not (':' or ';'))
                continue;
            cuts.Add(at);
            if (line[at] == ':')
                break;
        }
        return cuts;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length)
                text.Append(value[at]);
            else
                text.Append(value[++at] is 'n' or 'N' ? '\n' : value[at]);
        }
        return text.ToString();
    }
}
