using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Actors.Accounts.Tokens;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Creates tokens with and without the right key, independently of the tested code.</summary>
internal sealed class Forge(string secret)
{
    public static readonly Guid Account = Guid.Parse("11111111-2222-4333-8444-555555555555");
    public static readonly Guid Session = Guid.Parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    public static readonly DateTimeOffset Now = new(2030, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static long Seconds => Now.ToUnixTimeSeconds();

    public SigningKeys Keys { get; } = new(secret);

    public string KeyId => Keys.Current.Id;

    public string Header => $$"""{"alg":"HS256","typ":"JWT","kid":"{{KeyId}}"}""";

    public string Payload { get; } = Claims();

    public string Good => Sign(Header, Payload);

    /// <summary>The claims with replacements; an empty text omits a claim.</summary>
    public static string Claims(string? sub = null, string? sid = null, string? jti = null, string? iat = null, string? exp = null, string more = "")
    {
        (string Name, string Value)[] claims =
        [
            ("sub", sub ?? $"\"{Account}\""), ("sid", sid ?? $"\"{Session}\""), ("jti", jti ?? "\"some-id\""),
            ("iat", iat ?? $"{Seconds}"), ("exp", exp ?? $"{Seconds + 3600}"),
        ];
        return $"{{{string.Join(',', claims.Where(claim => claim.Value.Length > 0).Select(claim => $"\"{claim.Name}\":{claim.Value}"))}{more}}}";
    }

    /// <summary>A valid header with changed or additional members.</summary>
    public string HeaderWith(string more) => $$"""{"alg":"HS256","typ":"JWT","kid":"{{KeyId}}",{{more}}}""";

    /// <summary>A header with another algorithm.</summary>
    public string HeaderOf(string algorithm) => $$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"{{KeyId}}"}""";

    /// <summary>A header with another key id, given as JSON.</summary>
    public static string HeaderOfKey(string keyId) => $$"""{"alg":"HS256","typ":"JWT","kid":{{keyId}}}""";

    public string Sign(string header, string payload) => Sign(header, payload, Encoding.UTF8.GetBytes(secret));

    public static string Sign(string header, string payload, byte[] key) => SignParts(Encode(header), Encode(payload), key);

    public string SignParts(string header, string payload) => SignParts(header, payload, Encoding.UTF8.GetBytes(secret));

    public static string SignParts(string header, string payload, byte[] key)
    {
        var input = $"{header}.{payload}";
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(input)))}";
    }

    /// <summary>Base64url of a text or of bytes.</summary>
    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public TokenReader Reader(TimeProvider timeProvider) => new(new TokenOptions { Keys = Keys }, timeProvider);
}
