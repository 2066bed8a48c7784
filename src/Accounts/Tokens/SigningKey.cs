using System.Buffers.Text;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>
/// One secret and what is derived from it. Access tokens are signed with the secret's own bytes, as any HS256 tool would; refresh tokens
/// with a derived key, so that neither can be made from the other.
/// </summary>
internal sealed class SigningKey
{
    /// <summary>Bytes of a MAC (HMAC-SHA256).</summary>
    public const int MacBytes = 32;

    /// <summary>Bytes of a key's id.</summary>
    public const int IdBytes = 6;

    private readonly byte[] _access;
    private readonly byte[] _refresh;
    private readonly byte[] _idBytes;

    /// <summary>A key of these bytes, under the id that follows from them unless another is given.</summary>
    public SigningKey(byte[] secret, string? id = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(secret.Length);
        _access = secret;
        _refresh = HMACSHA256.HashData(_access, "actors refresh token"u8);
        _idBytes = HMACSHA256.HashData(_access, "actors key id"u8)[..IdBytes];
        Id = id ?? Base64Url.EncodeToString(_idBytes);
    }

    /// <summary>What tokens call the key (<c>kid</c>); tells nothing about the secret.</summary>
    public string Id { get; }

    /// <summary>The id as refresh tokens carry it.</summary>
    public ReadOnlySpan<byte> IdOctets => _idBytes;

    /// <summary>The MAC of an access token's signing input.</summary>
    public void SignAccess(ReadOnlySpan<byte> input, Span<byte> mac) => HMACSHA256.HashData(_access, input, mac);

    /// <summary>The MAC of a refresh token and of whatever else is derived from a session.</summary>
    public void SignRefresh(ReadOnlySpan<byte> input, Span<byte> mac) => HMACSHA256.HashData(_refresh, input, mac);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
