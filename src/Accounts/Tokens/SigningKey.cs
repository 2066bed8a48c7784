using System.Buffers.Text;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>
/// A secret and its derived keys. Access tokens are signed with the secret itself, as any HS256 tool does; refresh tokens with a derived key, so that
/// neither signature can be used for the other.
/// </summary>
internal sealed class SigningKey
{
    /// <summary>The size of a MAC (HMAC-SHA256).</summary>
    public const int MacBytes = 32;

    /// <summary>The size of a key id.</summary>
    public const int IdBytes = 6;

    private readonly byte[] _access;
    private readonly byte[] _refresh;
    private readonly byte[] _idBytes;

    /// <summary>Creates a key; by default its id is derived from the secret.</summary>
    public SigningKey(byte[] secret, string? id = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(secret.Length);
        _access = secret;
        _refresh = HMACSHA256.HashData(_access, "actors refresh token"u8);
        _idBytes = HMACSHA256.HashData(_access, "actors key id"u8)[..IdBytes];
        Id = id ?? Base64Url.EncodeToString(_idBytes);
    }

    /// <summary>The key id (<c>kid</c>); reveals nothing about the secret.</summary>
    public string Id { get; }

    /// <summary>The id as bytes, for refresh tokens.</summary>
    public ReadOnlySpan<byte> IdOctets => _idBytes;

    /// <summary>The MAC of an access token's signing input.</summary>
    public void SignAccess(ReadOnlySpan<byte> input, Span<byte> mac) => HMACSHA256.HashData(_access, input, mac);

    /// <summary>The MAC of a refresh token and of other values derived from a session.</summary>
    public void SignRefresh(ReadOnlySpan<byte> input, Span<byte> mac) => HMACSHA256.HashData(_refresh, input, mac);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
