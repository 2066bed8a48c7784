using System.Buffers;
using System.Text;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Repairs JSON that pages break: raw line breaks and invalid escapes inside strings, and wrappers around the value.</summary>
internal static class JsonRepair
{
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Runs in linear time. <see cref="TopLevelValues"/> drops the text around the values.</summary>
    public static string Repair(string text)
    {
        var fixedText = new StringBuilder(text.Length + 16);
        var inString = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (inString && c == '\\')
            {
                at = Escape(text, at, fixedText);
            }
            else if (inString && c < ' ')
            {
                fixedText.Append(c switch { '\n' => "\\n", '\t' => "\\t", '\r' => "", _ => " " });
            }
            else
            {
                inString ^= c == '"';
                fixedText.Append(inString || c >= ' ' ? c : ' ');
            }
        }
        return fixedText.ToString();
    }

    private static int Escape(string text, int at, StringBuilder output)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (next == 'u' && at + 5 < text.Length && text.AsSpan(at + 2, 4).IndexOfAnyExcept(s_hexDigits) < 0)
        {
            output.Append(text, at, 6);
            return at + 5;
        }
        if (next == 'x' && at + 3 < text.Length && text.AsSpan(at + 2, 2).IndexOfAnyExcept(s_hexDigits) < 0)
        {
            output.Append("\\u00").Append(text, at + 2, 2);
            return at + 3;
        }
        if ("\"\\/bfnrt".Contains(next, StringComparison.Ordinal))
            output.Append('\\').Append(next);
        else if (next < ' ')
            output.Append(' ');
        else
            output.Append(next == 'u' ? "\\\\u" : next.ToString());
        return at + 1;
    }

    /// <summary>The outermost objects and arrays, without comment marks, CDATA and semicolons around them.</summary>
    public static IEnumerable<string> TopLevelValues(string text)
    {
        var (start, depth, inString) = (-1, 0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (inString && text[at] == '\\')
                at++;
            else if (text[at] == '"' && depth > 0)
                inString = !inString;
            else if (!inString && IsOpening(text, at, depth))
                start = depth++ == 0 ? at : start;
            else if (!inString && text[at] is '}' or ']' && depth > 0 && !inString && --depth == 0)
                yield return text[start..(at + 1)];
        }
    }

    // The bracket of <![CDATA[ does not open an array.
    private static bool IsOpening(string text, int at, int depth) =>
        text[at] is '{' || (text[at] is '[' && (depth > 0 || !Wrapper(text, at)));

    private static bool Wrapper(string text, int at) =>
        (at > 0 && text[at - 1] == '!') || (at >= 5 && string.CompareOrdinal(text, at - 5, "CDATA", 0, 5) == 0);
}
