using System.Buffers;
using System.Buffers.Text;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Decodes base64url of RFC 7515 in its canonical spelling only. .NET's decoder also accepts white space and padding, so that a token would have many
/// spellings.
/// </summary>
internal static class StrictBase64
{
    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Decodes a text; false if it is not canonical.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        written = 0;
        return !text.ContainsAnyExcept(s_alphabet)
            && Base64Url.DecodeFromChars(text, bytes, out var consumed, out written) == OperationStatus.Done && consumed == text.Length;
    }
}
