using System.Buffers;
using System.Buffers.Text;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Base64url as RFC 7515 writes it and in one spelling only. The framework's decoder, strict as it is about unused bits, skips white space and
/// takes padding, so that many texts would be one token.
/// </summary>
internal static class StrictBase64
{
    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Decodes a text whose every character and bit counts.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        written = 0;
        return !text.ContainsAnyExcept(s_alphabet)
            && Base64Url.DecodeFromChars(text, bytes, out var consumed, out written) == OperationStatus.Done && consumed == text.Length;
    }
}
