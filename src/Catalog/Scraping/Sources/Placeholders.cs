using System.Text;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Replaces ${NAME} in the addresses of sources with settings of the program.</summary>
internal static class Placeholders
{
    public static string Fill(string text, Func<string, string?> setting, Action<string> missing)
    {
        var filled = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is var start and >= 0 && text.IndexOf('}', start) is var end and >= 0)
        {
            var name = text[(start + 2)..end];
            filled.Append(text, at, start - at).Append(Value(name, setting, missing));
            at = end + 1;
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string Value(string name, Func<string, string?> setting, Action<string> missing)
    {
        if (setting(name) is { Length: > 0 } value)
            return value;
        missing(name);
        return "";
    }
}
