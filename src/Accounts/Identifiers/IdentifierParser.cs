using System.Globalization;
using System.Text;
using Actors.Core.Accounts;

namespace Actors.Accounts.Identifiers;

/// <summary>Parses identifiers from user input; null if they are not valid.</summary>
internal static class IdentifierParser
{
    private const int MaxAddress = 254;
    private const int MaxLocalPart = 64;
    private const int MaxUsername = 150;
    private const string UsernameMarks = ".+-_";
    private const string LocalMarks = ".!#$%&'*+/=?^_`{|}~-";

    private static readonly IdnMapping s_domains = new() { UseStd3AsciiRules = true };

    /// <summary>An e-mail address if the text contains @, otherwise a username.</summary>
    public static Identifier? Of(string text) => text.Contains('@', StringComparison.Ordinal) ? OfEmail(text) : OfUsername(text);

    /// <summary>An e-mail address. Case and the spelling of the domain are normalised.</summary>
    public static Identifier? OfEmail(string text)
    {
        var shown = text.Trim();
        if (Folded(shown) is not { } folded || folded.Length > MaxAddress) return null;
        var at = folded.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && IsLocalPart(folded[..at]) && Domain(folded[(at + 1)..]) is { } domain && at + domain.Length < MaxAddress
            ? new Identifier(IdentifierKind.Email, shown, $"{folded[..at]}@{domain}")
            : null;
    }

    /// <summary>A username: letters, digits and a few marks. Case is normalised.</summary>
    public static Identifier? OfUsername(string text)
    {
        var shown = text.Trim();
        return Folded(shown) is { Length: > 0 and <= MaxUsername } folded && folded.EnumerateRunes().All(rune => IsLetter(rune) || IsOneOf(rune, UsernameMarks))
            ? new Identifier(IdentifierKind.Username, shown, folded)
            : null;
    }

    /// <summary>An id at another service, in that service's format.</summary>
    public static Identifier? OfOutside(OutsideIdentity? identity) => identity is { Service: OutsideIdentity.Telegram }
        && long.TryParse(identity.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Identifier(IdentifierKind.Telegram, identity.Id, number.ToString(CultureInfo.InvariantCulture))
            : null;

    // Normalises compatibility characters and case.
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
