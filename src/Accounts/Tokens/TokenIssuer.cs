using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Creates tokens. The same account, session, counter, time and key give the same tokens, so that a pair can be returned again without being stored (C67).
/// </summary>
internal sealed class TokenIssuer(TokenOptions options)
{
    private const int TokenIdBytes = 16;

    /// <summary>The key of new tokens; stored in a session so that its pair can be recreated after the key has changed.</summary>
    public string CurrentKeyId => options.Keys.Current.Id;

    /// <summary>True if the key still exists, so that a session's pair can be recreated.</summary>
    public bool Knows(string keyId) => options.Keys.Find(keyId) is not null;

    /// <summary>Creates the JWT of a session's rotation. Its <c>jti</c> is derived from session and counter.</summary>
    /// <param name="accountId"><c>sub</c>.</param>
    /// <param name="sessionId"><c>sid</c>.</param>
    /// <param name="counter">The number of rotations of the session.</param>
    /// <param name="issued">The time of the rotation, from which <c>iat</c> and <c>exp</c> are derived in whole seconds.</param>
    /// <param name="keyId">The key to sign with; null for the current one.</param>
    /// <exception cref="InvalidOperationException">The key is unknown; another key would give a different token.</exception>
    public string Access(Guid accountId, Guid sessionId, uint counter, DateTimeOffset issued, string? keyId = null)
    {
        var key = KeyOf(keyId);
        var text = new ArrayBufferWriter<byte>(512);
        AppendBase64(text, HeaderOf(key));
        text.Write("."u8);
        AppendBase64(text, Claims(accountId, sessionId, TokenId(key, sessionId, counter), issued));
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        key.SignAccess(text.WrittenSpan, mac);
        text.Write("."u8);
        AppendBase64(text, mac);
        return Encoding.ASCII.GetString(text.WrittenSpan);
    }

    /// <summary>Creates the refresh token for the next rotation.</summary>
    public string Refresh(Guid accountId, Guid sessionId, uint counter, string? keyId = null) =>
        RefreshToken.Write(KeyOf(keyId), accountId, sessionId, counter);

    private SigningKey KeyOf(string? keyId) => keyId is null
        ? options.Keys.Current
        : options.Keys.Find(keyId) ?? throw new InvalidOperationException($"Key {keyId}, which signed this session, is neither in SECRET_KEY nor in SECRET_KEY_PREVIOUS.");

    private ReadOnlySpan<byte> Claims(Guid accountId, Guid sessionId, string tokenId, DateTimeOffset issued)
    {
        var seconds = issued.ToUnixTimeSeconds();
        var claims = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(claims);
        json.WriteStartObject();
        json.WriteString("sub", accountId);
        json.WriteString("sid", sessionId);
        json.WriteString("jti", tokenId);
        json.WriteNumber("iat", seconds);
        json.WriteNumber("exp", seconds + (long)options.AccessLifetime.TotalSeconds);
        json.WriteEndObject();
        json.Flush();
        return claims.WrittenSpan;
    }

    private static byte[] HeaderOf(SigningKey key) =>
        Encoding.ASCII.GetBytes($$"""{"alg":"{{TokenOptions.Algorithm}}","typ":"JWT","kid":"{{key.Id}}"}""");

    private static string TokenId(SigningKey key, Guid sessionId, uint counter)
    {
        Span<byte> input = stackalloc byte[3 + 16 + sizeof(uint)];
        "jti"u8.CopyTo(input);
        sessionId.TryWriteBytes(input[3..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(input[19..], counter);
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        key.SignRefresh(input, mac);
        return Base64Url.EncodeToString(mac[..TokenIdBytes]);
    }

    private static void AppendBase64(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> bytes) =>
        text.Advance(Base64Url.EncodeToUtf8(bytes, text.GetSpan(Base64Url.GetEncodedLength(bytes.Length))));
}
