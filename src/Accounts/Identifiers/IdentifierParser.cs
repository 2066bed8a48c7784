using System.Globalization;
using System.Text;
using Actors.Core.Accounts;

namespace Actors.Accounts.Identifiers;

/// <summary>Reads identifiers as people type them. Null is what no account can have.</summary>
internal static class IdentifierParser
{
    private const int MaxAddress = 254;
    private const int MaxLocalPart = 64;
    private const int MaxUsername = 150;
    private const string UsernameMarks = ".+-_";
    private const string LocalMarks = ".!#$%&'*+/=?^_`{|}~-";

    private static readonly IdnMapping s_domains = new() { UseStd3AsciiRules = true };

    /// <summary>A username, or an e-mail address when there is an @ in it.</summary>
    public static Identifier? Of(string text) => text.Contains('@', StringComparison.Ordinal) ? OfEmail(text) : OfUsername(text);

    /// <summary>An e-mail address. Case makes no difference, nor does how the domain is written.</summary>
    public static Identifier? OfEmail(string text)
    {
        var shown = text.Trim();
        if (Folded(shown) is not { } folded || folded.Length > MaxAddress) return null;
        var at = folded.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsLocalPart(folded[..at]) && Domain(folded[(at + 1)..]) is { } domain && at + domain.Length < MaxAddress
            ? new Identifier(IdentifierKind.Email, shown, $"{folded[..at]}@{domain}")
            : null;
    }

    /// <summary>A username: letters, digits and few marks. Case makes no difference.</summary>
    public static Identifier? OfUsername(string text)
    {
        var shown = text.Trim();
        return Folded(shown) is { Length: > 0 and <= MaxUsername } folded && folded.EnumerateRunes().All(rune => IsLetter(rune) || IsOneOf(rune, UsernameMarks))
            ? new Identifier(IdentifierKind.Username, shown, folded)
            : null;
    }

    /// <summary>An id at another service, as that service writes it.</summary>
    public static Identifier? OfOutside(OutsideIdentity? identity) => identity is { Service: OutsideIdentity.Telegram }
        && long.TryParse(identity.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Identifier(IdentifierKind.Telegram, identity.Id, number.ToString(CultureInfo.InvariantCulture))
            : null;

    // One spelling of what looks the same and of what differs in case only.
    private static string? Folded(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLocalPart(string text) =>
        text.Length <= MaxLocalPart && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal)
        && text.EnumerateRunes().All(rune => IsLetter(rune) || IsOneOf(rune, LocalMarks));

    private static string? Domain(string text)
    {
        try
        {
            var ascii = s_domains.GetAscii(text);
            var top = ascii.LastIndexOf('.') + 1;
            return top > 1 && top < ascii.Length && !char.IsAsciiDigit(ascii[top]) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsOneOf(Rune rune, string marks) => rune.IsAscii && marks.Contains((char)rune.Value, StringComparison.Ordinal);
}
