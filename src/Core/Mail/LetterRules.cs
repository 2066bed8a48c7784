using System.Net.Mail;

namespace Actors.Core.Mail;

/// <summary>What a letter may consist of. A line break in a header would let its writer add headers and recipients.</summary>
public static class LetterRules
{
    /// <summary>Characters of an address (RFC 5321: 254 bytes of path).</summary>
    public const int MaxAddress = 254;

    /// <summary>Characters of a subject.</summary>
    public const int MaxSubject = 200;

    /// <summary>Refuses a letter that cannot be sent as it is.</summary>
    /// <exception cref="ArgumentException">The address is not one plain address, or the subject is not one line. The message repeats neither.</exception>
    public static void Check(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (!IsPlainAddress(letter.To)) throw new ArgumentException("A letter goes to one plain address.", nameof(letter));
        if (!IsOneLine(letter.Subject)) throw new ArgumentException("The subject of a letter is one line.", nameof(letter));
    }

    /// <summary>One address without a name beside it.</summary>
    public static bool IsPlainAddress(string? text) =>
        text is { Length: > 0 and <= MaxAddress } && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address) && address.DisplayName.Length == 0 && address.Address == text;

    // The two separators are line breaks to some mail programs, though no control characters.
    private static bool IsOneLine(string? text) =>
        text is { Length: > 0 and <= MaxSubject } && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
}
