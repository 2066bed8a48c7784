using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Configuration;

namespace Actors.Accounts.Accounts;

/// <summary>A requested password reset that waits for its token. Stored as JSON by property name.</summary>
[GenerateSerializer, Immutable, Alias("accounts.PendingReset")]
internal sealed record PendingReset
{
    /// <summary>The id of the request: a repetition sends no second letter.</summary>
    [Id(0)] public Guid Request { get; init; }

    /// <summary>SHA-256 of the token. The token itself is only in the letter.</summary>
    [Id(1)] public string TokenHash { get; init; } = "";

    [Id(2)] public DateTimeOffset Expires { get; init; }

    public bool Accepts(string tokenHash, DateTimeOffset now) =>
        now < Expires && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenHash), Encoding.UTF8.GetBytes(tokenHash));
}

/// <summary>The token in the letter: the account and a secret, in base64url.</summary>
/// <param name="Account">The account whose password it changes.</param>
/// <param name="Hash">The stored hash.</param>
internal sealed record ResetToken(Guid Account, string Hash)
{
    /// <summary>The length of every token: 48 bytes in base64url, without padding.</summary>
    public const int Length = (IdBytes + SecretBytes) / 3 * 4;

    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    /// <summary>The lifetime of a token.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static (string Token, PendingReset Pending) Create(Guid account, Guid request, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        account.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[IdBytes..]);
        var token = Base64Url.EncodeToString(bytes);
        return (token, new PendingReset { Request = request, TokenHash = HashOf(token), Expires = now + Lifetime });
    }

    /// <summary>Parses a token; false if it is malformed.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out ResetToken? token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        var isToken = text.Length == Length && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
        token = isToken ? new ResetToken(new Guid(bytes[..IdBytes], bigEndian: true), HashOf(text)) : null;
        return isToken;
    }

    private static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>Creates the link in the letter.</summary>
/// <param name="Base">The public URL of this program.</param>
internal sealed record ResetLink(PublicUrl Base)
{
    /// <summary>The URL with the token in the fragment, which browsers do not send to servers.</summary>
    public string Of(string token) => $"{Base.To("/auth/reset-password").AbsoluteUri}#token={token}";
}
