using System.Globalization;
using System.Text;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Normalises paths of robots.txt and of addresses (RFC 9309, 2.2.2): non-ASCII octets are percent-encoded, unreserved characters are decoded, hex
/// digits are upper case. In a query, encoded and plain ':' and '/' are equal. A literal '*' or '$' is always encoded, so that the remaining ones in
/// a rule are wildcards.
/// </summary>
internal static class RobotsPath
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>The normalised path and query of an address.</summary>
    public static string OfAddress(Uri url) => Normalize(url.PathAndQuery, isRule: false);

    /// <summary>The normalised value of an Allow or Disallow line, one character per octet. Wildcards are kept.</summary>
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
