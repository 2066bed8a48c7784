using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>The signature layer of a JWT: three parts in strict base64url, a header of our form, a key of ours, and its MAC.</summary>
internal static class SignedToken
{
    /// <summary>Characters; nothing longer is looked at.</summary>
    public const int MaxLength = 2048;

    private const int Parts = 3;

    /// <summary>Verifies a token with the key its header names; false leaves nothing to use.</summary>
    /// <param name="text">A compact JWS.</param>
    /// <param name="keys">The keys that count.</param>
    /// <param name="header">Its header.</param>
    /// <param name="payload">Room for its payload, <see cref="MaxLength"/> bytes.</param>
    /// <param name="length">Bytes of the payload.</param>
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

    private static bool IsAuthentic(ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, SigningKey key, Span<byte> room)
    {
        Span<byte> signature = stackalloc byte[SigningKey.MacBytes];
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        var encoded = text[parts[2]];
        if (encoded.Length != Base64Url.GetEncodedLength(SigningKey.MacBytes) || !StrictBase64.TryDecode(encoded, signature, out _))
        {
            return false;
        }

        var input = Encoding.UTF8.GetBytes(text[..parts[1].End.Value], room);
        key.SignAccess(room[..input], mac);
        return CryptographicOperations.FixedTimeEquals(mac, signature);
    }
}
