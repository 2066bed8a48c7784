using System.Globalization;
using System.Text;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Brings paths of robots.txt and of addresses to one spelling, octet by octet (RFC 9309, 2.2.2): what is not ASCII is percent-encoded,
/// encoded unreserved characters are not, hex digits are upper case. In a query ':' and '/' mean the same encoded or not.
/// A literal '*' or '$' is always written encoded, so that what remains of them in a rule is special.
/// </summary>
internal static class RobotsPath
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Path and query of an address.</summary>
    public static string OfAddress(Uri url) => Normalize(url.PathAndQuery, isRule: false);

    /// <summary>The value of an Allow or Disallow line, one character an octet; its wildcards stay.</summary>
    public static string OfRule(string value) => Normalize(value, isRule: true);

    private static string Normalize(string text, bool isRule)
    {
        var path = new StringBuilder(text.Length + 16);
        var inQuery = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isEncoded = TryDecode(text, at, out var octet);
            if (!isEncoded)
                octet = text[at];
            else
                at += 2;
            if (!isEncoded && IsSpecial(octet, isRule, at == text.Length - 1))
                path.Append(octet);
            else
                Append(path, octet, isEncoded, inQuery);
            inQuery |= octet == '?' && !isEncoded;
        }
        return path.ToString();
    }

    private static bool IsSpecial(char octet, bool isRule, bool isLast) => isRule && (octet == '*' || (octet == '$' && isLast));

    private static void Append(StringBuilder path, char octet, bool isEncoded, bool inQuery)
    {
        var plain = isEncoded ? IsUnreserved(octet) || (inQuery && octet is ':' or '/') : octet is > ' ' and < '\x7f' and not ('*' or '$');
        if (plain)
            path.Append(octet);
        else if (octet > '\xff')
            Encoding.UTF8.GetBytes(octet.ToString()).ToList().ForEach(b => Encode(path, b));
        else
            Encode(path, octet);
    }

    private static void Encode(StringBuilder path, int octet) => path.Append('%').Append(Hex[octet >> 4]).Append(Hex[octet & 15]);

    private static bool IsUnreserved(char octet) => char.IsAsciiLetterOrDigit(octet) || octet is '-' or '.' or '_' or '~';

    private static bool TryDecode(string text, int at, out char octet)
    {
        octet = '\0';
        if (text[at] != '%' || at + 2 >= text.Length || !byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        octet = (char)value;
        return true;
    }
}
