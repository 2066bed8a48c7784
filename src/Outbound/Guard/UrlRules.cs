using System.Buffers;
using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Which addresses are asked at all, by their text.</summary>
internal static class UrlRules
{
    public const int MaxLength = 4096;

    // Parsers disagree about what these mean, and that disagreement is the attack.
    private static readonly SearchValues<char> s_ambiguous = SearchValues.Create("\\\u007F\u0085\u00A0\u2028\u2029\uFEFF");

    /// <summary>Why not, in words for a client; null when there is nothing against it.</summary>
    public static string? Refuse(Uri url, string original)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return "the address is not http or https";
        }

        if (original.Length > MaxLength)
        {
            return "the address is too long";
        }

        if (url.UserInfo.Length > 0 || AuthorityOf(original).Contains('@'))
        {
            return "the address has user info";
        }

        if (original.AsSpan().ContainsAny(s_ambiguous) || original.AsSpan().ContainsAnyInRange('\0', ' '))
        {
            return "the address has characters that do not belong in one";
        }

        return HostFault(url, original);
    }

    private static string? HostFault(Uri url, string original)
    {
        if (HostNames.Of(url) is not { } host || url.Port <= 0)
        {
            return "the address has no host";
        }

        if (url.HostNameType == UriHostNameType.IPv6 && AuthorityOf(original).Contains('%'))
        {
            return "the address has a zone";
        }

        return IsOddNumber(url, host, AuthorityOf(original)) ? "the host is a number in an unusual notation" : null;
    }

    // Short, octal, hexadecimal, or a name that becomes a number once its digits are made plain.
    private static bool IsOddNumber(Uri url, string host, ReadOnlySpan<char> written) => url.HostNameType switch
    {
        UriHostNameType.IPv4 => !written.IsEmpty && !written.StartsWith(url.Host, StringComparison.Ordinal),
        UriHostNameType.Dns => IPAddress.TryParse(host, out _),
        _ => false,
    };

    // A relative address has the authority of its base, which has been checked.
    private static ReadOnlySpan<char> AuthorityOf(string original)
    {
        var text = original.AsSpan();
        var scheme = text.IndexOf("://");
        if (scheme >= 0)
        {
            text = text[(scheme + 3)..];
        }
        else if (text.StartsWith("//"))
        {
            text = text[2..];
        }
        else
        {
            return default;
        }

        var end = text.IndexOfAny('/', '?', '#');
        return end < 0 ? text : text[..end];
    }
}
