using System.Collections.Frozen;
using System.Text;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>A content line (RFC 5545): a name, parameters and the raw value.</summary>
internal sealed record CalendarLine(string Name, FrozenDictionary<string, string> Parameters, string Value)
{
    private const int MaxParameters = 50;

    /// <summary>The value with its escapes resolved.</summary>
    public string Text => Unescape(Value);

    /// <summary>The values of a list, split at the commas that are not escaped.</summary>
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

    /// <summary>Parses a line; null if it has no colon outside quotes.</summary>
    public static CalendarLine? Read(string line)
    {
        var separators = Separators(line);
        if (separators is not [.., var colon] || line[colon] != ':' || separators[0] == 0)
            return null;
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + 1 < separators.Count; at++)
        {
            var pair = line.AsSpan((separators[at] + 1)..separators[at + 1]);
            var equals = pair.IndexOf('=');
            if (equals > 0)
                parameters.TryAdd(pair[..equals].ToString(), pair[(equals + 1)..].Trim('"').ToString());
        }
        return new(line[..separators[0]].Trim().ToUpperInvariant(), parameters.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), line[(colon + 1)..]);
    }

    // The positions of the semicolons and of the first colon outside quotes.
    private static List<int> Separators(string line)
    {
        var separators = new List<int>();
        var quoted = false;
        for (var at = 0; at < line.Length && separators.Count < MaxParameters; at++)
        {
            if (line[at] == '"')
                quoted = !quoted;
            if (quoted || line[at] is not (':' or ';'))
                continue;
            separators.Add(at);
            if (line[at] == ':')
                break;
        }
        return separators;
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
