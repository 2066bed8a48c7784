using System.Buffers;
using System.Net;

namespace Actors.Outbound.Guard;

/// <summary>Validates the text of URLs.</summary>
internal static class UrlRules
{
    public const int MaxLength = 4096;

    // URL parsers interpret these characters differently, which attackers exploit.
    private static readonly SearchValues<char> s_ambiguous = SearchValues.Create("\\\u007F\u0085\u00A0\u2028\u2029\uFEFF");

    /// <summary>The reason to refuse a URL, in words for a client; null when it is allowed.</summary>
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
            return "the address has characters that are not allowed";
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

    // An IPv4 address in short, octal or hexadecimal notation, or a name that becomes an address after Unicode normalisation.
    private static bool IsOddNumber(Uri url, string host, ReadOnlySpan<char> written) => url.HostNameType switch
    {
        UriHostNameType.IPv4 => !written.IsEmpty && !written.StartsWith(url.Host, StringComparison.Ordinal),
        UriHostNameType.Dns => IPAddress.TryParse(host, out _),
        _ => false,
    };

    // A relative reference has the authority of its base, which was already checked.
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
