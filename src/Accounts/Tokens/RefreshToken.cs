using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>
/// An opaque token that names a rotation of a session: version, key, account, session, counter and their MAC, in base64url. An authentic token may
/// already be used or expired. Never logged.
/// </summary>
internal sealed record RefreshToken(Guid AccountId, Guid SessionId, uint Counter, string KeyId, string Text)
{
    /// <summary>The length of every refresh token.</summary>
    public const int Length = Bytes / 3 * 4;

    private const byte Version = 1;
    private const int KeyAt = 1;
    private const int AccountAt = KeyAt + SigningKey.IdBytes;
    private const int SessionAt = AccountAt + 16;
    private const int CounterAt = SessionAt + 16;
    private const int MacAt = CounterAt + sizeof(uint);
    // 75 bytes, a multiple of three: base64url has no padding and no unused bits, so a token has one spelling.
    private const int Bytes = MacAt + SigningKey.MacBytes;

    /// <summary>Parses a token and verifies its MAC; false for any other text.</summary>
    public static bool TryRead(string? text, SigningKeys keys, [NotNullWhen(true)] out RefreshToken? token)
    {
        token = null;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text?.Length != Length || !StrictBase64.TryDecode(text, bytes, out var written) || written != Bytes || bytes[0] != Version)
        {
            return false;
        }

        var keyId = Base64Url.EncodeToString(bytes[KeyAt..AccountAt]);
        if (keys.Find(keyId) is not { } key || !IsAuthentic(key, bytes))
        {
            return false;
        }

        token = new RefreshToken(
            new Guid(bytes[AccountAt..SessionAt], bigEndian: true),
            new Guid(bytes[SessionAt..CounterAt], bigEndian: true),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[CounterAt..]),
            keyId,
            text);
        return true;
    }

    /// <summary>The stored hash of a token: SHA-256 in base64url.</summary>
    public static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <inheritdoc/>
    public override string ToString() => $"refresh token of session {SessionId}";

    internal static string Write(SigningKey key, Guid accountId, Guid sessionId, uint counter)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Version;
        key.IdOctets.CopyTo(bytes[KeyAt..]);
        accountId.TryWriteBytes(bytes[AccountAt..], bigEndian: true, out _);
        sessionId.TryWriteBytes(bytes[SessionAt..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[CounterAt..], counter);
        key.SignRefresh(bytes[..MacAt], bytes[MacAt..]);
        return Base64Url.EncodeToString(bytes);
    }

    private static bool IsAuthentic(SigningKey key, ReadOnlySpan<byte> bytes)
    {
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        key.SignRefresh(bytes[..MacAt], mac);
        return CryptographicOperations.FixedTimeEquals(mac, bytes[MacAt..]);
    }
}
