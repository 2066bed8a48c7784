using System.Buffers;
using System.Buffers.Text;

namespace Actors.Accounts.Rules.Tokens;

/// <summary>
/// Base64url as RFC 7515 writes it and in one spelling only. The framework's decoder skips white space, takes padding and forgives spare bits,
/// so that many texts would be one token.
/// </summary>
internal static class StrictBase64
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Decodes a text whose every character and bit counts.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        written = 0;
        return !text.ContainsAnyExcept(Alphabet) && HasNoSpareBits(text)
            && Base64Url.DecodeFromChars(text, bytes, out var consumed, out written) == OperationStatus.Done && consumed == text.Length;
    }

    // The last character of an incomplete group carries 4 or 2 bits that no byte holds.
    private static bool HasNoSpareBits(ReadOnlySpan<char> text) => (text.Length % 4) switch
    {
        0 => true,
        1 => false,
        2 => "AQgw".Contains(text[^1], StringComparison.Ordinal),
        _ => "AEIMQUYcgkosw048".Contains(text[^1], StringComparison.Ordinal),
    };
}
