using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>Verifies the signature of a JWT: three parts in strict base64url, a valid header, a known key and a matching MAC.</summary>
internal static class SignedToken
{
    /// <summary>Maximum length of a token.</summary>
    public const int MaxLength = 2048;

    private const int Parts = 3;

    /// <summary>Verifies a token with the key that its header names.</summary>
    /// <param name="text">A compact JWS.</param>
    /// <param name="keys">The accepted keys.</param>
    /// <param name="header">The parsed header.</param>
    /// <param name="payload">A buffer of <see cref="MaxLength"/> bytes for the payload.</param>
    /// <param name="length">The length of the payload.</param>
    public static bool TryVerify(ReadOnlySpan<char> text, SigningKeys keys, out JwsHeader? header, Span<byte> payload, out int length)
    {
        (header, length) = (null, 0);
        Span<Range> parts = stackalloc Range[Parts + 1];
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (text.Length > MaxLength || text.Split(parts, '.') != Parts || !StrictBase64.TryDecode(text[parts[0]], bytes, out var written))
        {
            return false;
        }

        header = JwsHeader.Read(bytes[..written]);
        return header is not null && keys.Find(header.KeyId) is { } key && IsAuthentic(text, parts, key, bytes)
            && StrictBase64.TryDecode(text[parts[1]], payload, out length);
    }

    private static bool IsAuthentic(ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, SigningKey key, Span<byte> buffer)
    {
        Span<byte> signature = stackalloc byte[SigningKey.MacBytes];
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        var encoded = text[parts[2]];
        if (encoded.Length != Base64Url.GetEncodedLength(SigningKey.MacBytes) || !StrictBase64.TryDecode(encoded, signature, out _))
        {
            return false;
        }

        var input = Encoding.UTF8.GetBytes(text[..parts[1].End.Value], buffer);
        key.SignAccess(buffer[..input], mac);
        return CryptographicOperations.FixedTimeEquals(mac, signature);
    }
}
