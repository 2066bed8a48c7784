namespace Actors.Accounts.Tokens;

/// <summary>Reads access tokens strictly: only tokens that this program could have issued are valid.</summary>
internal sealed class TokenReader(TokenOptions options, TimeProvider timeProvider)
{
    private const string Type = "JWT";
    private readonly VerifiedTokenCache _verified = new();

    /// <summary>The claims of a token; null if it is not a valid, current access token of this program.</summary>
    public AccessToken? Read(string jwt) =>
        (_verified.Find(jwt) ?? Verify(jwt)) is { } token && token.IsCurrent(timeProvider.GetUtcNow().ToUnixTimeSeconds()) ? token : null;

    private AccessToken? Verify(string jwt)
    {
        Span<byte> payload = stackalloc byte[SignedToken.MaxLength];
        var token = SignedToken.TryVerify(jwt, options.Keys, out var header, payload, out var length) && header?.Type == Type
            ? AccessClaims.Read(payload[..length])
            : null;
        if (token is not null)
        {
            _verified.Add(jwt, token);
        }

        return token;
    }
}
